package io.portolan.topology;

/** What the judge sends on to the stories. */
sealed interface Watched permits JudgedFlow, ClockMark {}
