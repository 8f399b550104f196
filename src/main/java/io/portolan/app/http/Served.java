package io.portolan.app.http;

import io.portolan.app.cluster.Backlog;
import io.portolan.app.job.Job;
import io.portolan.app.query.ClusterState;
import io.portolan.app.query.JobState;

/**
 * A job that is asked.
 *
 * @param address host:port at which the other instances reach this one
 * @param job this instance of it
 * @param state what this instance holds
 * @param cluster what all instances hold
 * @param backlog how far the job has come
 */
record Served(String address, Job job, JobState state, ClusterState cluster, Backlog backlog) {}
