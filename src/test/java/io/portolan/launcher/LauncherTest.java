package io.portolan.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.launcher.Checkout.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String UTF_8_OUTPUT = """
            [-Dstdout.encoding=UTF-8]
            [-Dstderr.encoding=UTF-8]
            [-Dsun.stdout.encoding=UTF-8]
            [-Dsun.stderr.encoding=UTF-8]
            """;
    private static final String OPTIONS_OF_THE_LONG = UTF_8_OUTPUT + """
            [-XX:Tier4InvocationThreshold=200000]
            [-XX:Tier4CompileThreshold=600000]
            [-XX:Tier4BackEdgeThreshold=1600000]
            [-XX:Tier4LoadFeedback=1000]
            """;

    @TempDir
    Path folder;

    Checkout checkout;

    @BeforeEach
    void layOut() throws IOException {
        // The real path, because the launcher resolves links, and the temporary folder is one on some systems.
        folder = folder.toRealPath();
        checkout = new Checkout(folder, "a checkout");
    }

    @Test
    void theFirstUseBuildsInTheCheckoutAndRunsTheCommandInTheCallersFolder() throws Exception {
        Outcome outcome = checkout.run("label", "a log", "*");

        assertThat(checkout.builds()).containsExactly(checkout.root + " -B package -Dmaven.test.skip=true");
        assertThat(outcome.output())
                .isEqualTo(OPTIONS_OF_THE_LONG
                        + "[-jar]\n[%s/target/portolan.jar]\n[label]\n[a log]\n[*]\nin %s\n"
                                .formatted(checkout.root, folder));
        assertThat(outcome.exitCode()).isEqualTo(7);
        assertThat(outcome.errors())
                .startsWith("portolan: building from source")
                .endsWith("portolan: built\n");
    }

    @Test
    void aSecondUseBuildsNothingAndNeedsNoMaven() throws Exception {
        checkout.run("demo");
        checkout.withoutMaven();

        Outcome outcome = checkout.run("demo");

        assertThat(outcome.errors()).isEmpty();
        assertThat(checkout.builds()).hasSize(1);
    }

    @Test
    void changedAndRemovedSourcesAreBuiltAgain() throws Exception {
        checkout.run("demo");
        checkout.source("topology/rules/new.yml");
        checkout.run("demo");
        Files.delete(checkout.root.resolve("schemas/flow-log.avsc"));
        checkout.run("demo");

        assertThat(checkout.builds()).hasSize(3);
    }

    @Test
    void aLinkToTheLauncherRunsItsCheckout() throws Exception {
        Path links = Files.createDirectory(folder.resolve("bin"));
        Path link = Files.createSymbolicLink(links.resolve("portolan"), Path.of("../a checkout/portolan"));

        Outcome outcome = Outcome.of(checkout.command(link, "demo").start());

        assertThat(outcome.output()).contains("[" + checkout.root + "/target/portolan.jar]");
    }

    @Test
    void optionsForJavaArePassedThrough() throws Exception {
        ProcessBuilder command = checkout.command(checkout.root.resolve("portolan"), "port", "1274");
        command.environment().put("PORTOLAN_JAVA_OPTS", "-Xmx1g -Dkey=*");

        Outcome outcome = Outcome.of(command.start());

        assertThat(outcome.output()).contains("[-Xmx1g]\n[-Dkey=*]\n");
    }

    @Test
    void aCommandThatIsSoonOverIsNotOptimized() throws Exception {
        assertThat(checkout.run("port", "1274").output())
                .startsWith(UTF_8_OUTPUT + "[-XX:TieredStopAtLevel=1]\n[-XX:+UseSerialGC]\n")
                .doesNotContain("Threshold");
    }

    @Test
    void aNewerJavaIsToldNotToWarnOfWhatKafkaDoes() throws Exception {
        checkout.javaVersion("25.0.1");

        assertThat(checkout.run("run").output())
                .startsWith(OPTIONS_OF_THE_LONG + "[--sun-misc-unsafe-memory-access=allow]\n[-jar]\n");
    }

    @Test
    void theFirstDemoLaysOutTheClassesOfTheJob() throws Exception {
        Outcome outcome = checkout.run("demo");

        assertThat(outcome.output())
                .isEqualTo(OPTIONS_OF_THE_LONG
                        + "[-XX:ArchiveClassesAtExit=%s]\n[-Xlog:cds=off]\n[-Xlog:cds+dynamic=off]\n"
                                .formatted(checkout.archiveOfJob())
                        + "[-jar]\n[%s/target/portolan.jar]\n[demo]\nin %s\n".formatted(checkout.root, folder));
    }

    @Test
    void aJobStartsFromTheClassesThatADemoLaidOut() throws Exception {
        checkout.run("port", "1274");
        checkout.writeArchiveOfJob(Checkout.SIZE_OF_A_JOB);

        assertThat(checkout.run("run").output())
                .startsWith(OPTIONS_OF_THE_LONG + "[-XX:SharedArchiveFile=%s]\n".formatted(checkout.archiveOfJob()));
    }

    @Test
    void theClassesOfADemoThatFailedAreLaidOutAgain() throws Exception {
        checkout.run("port", "1274");
        checkout.writeArchiveOfJob(Checkout.SIZE_OF_A_JOB / 3);

        assertThat(checkout.run("demo").output()).contains("[-XX:ArchiveClassesAtExit=");
        assertThat(checkout.run("run").output()).doesNotContain("SharedArchiveFile");
    }

    @Test
    void aComparisonLaysOutTheClassesOfTheJobBeforeItBegins() throws Exception {
        assertThat(checkout.run("bench").errors())
                .endsWith("portolan: built\nportolan: laying out the classes of the job, once\n");
        assertThat(checkout.archives())
                .containsExactly("-XX:ArchiveClassesAtExit=%s -jar %s/target/portolan.jar demo --once"
                        .formatted(checkout.archiveOfJob(), checkout.root));
    }

    @Test
    void twoAtOnceBuildOnce() throws Exception {
        Path gate = folder.resolve("gate");
        ProcessBuilder command = checkout.command(checkout.root.resolve("portolan"), "demo");
        command.environment().put("MAVEN_WAITS_FOR", gate.toString());
        Process first = command.start();
        await().until(() -> checkout.builds().size() == 1);

        Process second = command.start();
        String waiting = second.errorReader().readLine();
        Files.createFile(gate);

        assertThat(waiting).startsWith("portolan: waiting for the build by process " + first.pid());
        assertThat(List.of(Outcome.of(first).exitCode(), Outcome.of(second).exitCode()))
                .containsExactly(7, 7);
        assertThat(checkout.builds()).hasSize(1);
    }

    @Test
    void aLockOfADeadProcessIsTakenOver() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path lock = Files.createDirectories(checkout.root.resolve("target/build.lock"));
        Files.writeString(lock.resolve("pid"), dead.pid() + "\n");

        Outcome outcome = checkout.run("demo");

        assertThat(outcome.exitCode()).isEqualTo(7);
        assertThat(lock).doesNotExist();
    }

    @Test
    void anInterruptedBuildStopsMavenAndLeavesNoLock() throws Exception {
        ProcessBuilder command = checkout.command(checkout.root.resolve("portolan"), "demo");
        command.environment().put("MAVEN_WAITS_FOR", folder.resolve("never").toString());
        Process launcher = command.start();
        await().until(() -> checkout.builds().size() == 1);
        List<ProcessHandle> children = launcher.descendants().toList();

        launcher.toHandle().destroy();

        assertThat(Outcome.of(launcher).exitCode()).isEqualTo(143);
        assertThat(checkout.root.resolve("target/build.lock")).doesNotExist();
        assertThat(children).isNotEmpty();
        await().until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void aFailedBuildShowsItsErrorsAndItsLog() throws Exception {
        checkout.breakBuild();

        Outcome outcome = checkout.run("demo");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors())
                .endsWith(
                        "[ERROR] cannot find symbol\nportolan: the build failed, all of it is in %s/target/build.log\n"
                                .formatted(checkout.root));
    }

    @Test
    void aMissingMavenIsNamed() throws Exception {
        checkout.withoutMaven();
        ProcessBuilder command = checkout.command(checkout.root.resolve("portolan"), "demo");
        command.environment().put("PATH", onlyShellTools());

        assertThat(Outcome.of(command.start()))
                .isEqualTo(
                        new Outcome(
                                1,
                                "",
                                "portolan: the sources have to be built and there is no mvn on the PATH: install Maven 3.8 or newer\n"));
    }

    @Test
    void aRuntimeWithoutCompilerIsNamed() throws Exception {
        Files.delete(checkout.java.resolve("bin/javac"));

        assertThat(checkout.run("demo"))
                .isEqualTo(new Outcome(
                        1,
                        "",
                        "portolan: the sources have to be built and %s has no bin/javac: install a JDK, a runtime is not enough\n"
                                .formatted(checkout.java)));
    }

    @Test
    void aJavaBelowTheFloorIsNamed() throws Exception {
        checkout.javaVersion("1.8.0_402");

        assertThat(checkout.run("demo"))
                .isEqualTo(new Outcome(
                        1,
                        "",
                        "portolan: %s/bin/java is Java 1.8.0_402: install a JDK 17 or newer, or set JAVA_HOME to one\n"
                                .formatted(checkout.java)));
    }

    @Test
    void aMissingJavaIsNamed() throws Exception {
        ProcessBuilder command = checkout.command(checkout.root.resolve("portolan"), "demo");
        command.environment().put("PATH", onlyShellTools());
        command.environment().remove("JAVA_HOME");

        assertThat(Outcome.of(command.start()))
                .isEqualTo(new Outcome(
                        1,
                        "",
                        "portolan: there is no java on the PATH: install a JDK 17 or newer, or set JAVA_HOME\n"));
    }

    /** A folder with the few tools that the launcher may use, since a system's own folder may hold a Java. */
    private String onlyShellTools() throws IOException {
        Path bin = folder.resolve("shell tools");
        for (String tool : List.of("dirname", "readlink", "find", "head", "sed")) {
            Checkout.executable(bin.resolve(tool), "#!/bin/sh\nPATH=/usr/bin:/bin exec " + tool + " \"$@\"\n");
        }
        return bin.toString();
    }
}
