package com.optiply.picqer.harness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.cli.PicqerOptiply;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The program as a process of its own, which can be stopped and killed.
 *
 * @param folder where it writes what it says
 */
public record Program(Process process, Path folder) {
    private static final long SECONDS_MAX = 120;
    /** Where {@link #startLoggingAll} has it log at the finest level, but for the bytes on the wire. */
    static final String WHOLE_LOG = "whole.log";

    private static final String LOG_SETTINGS = "classpath:log4j2.xml,classpath:harness/whole-log.xml";
    private static final Path HUGE_PAGES = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
    private static final boolean HAS_HUGE_PAGES = hasHugePages();
    private static final Path TEST_CLASSES = Path.of("target", "test-classes").toAbsolutePath();

    /** Starts it in that folder, with these arguments; what it says goes to a folder in there. */
    public static Program start(Path home, String... arguments) throws IOException {
        return start(home, folderIn(home), List.of(), arguments);
    }

    /** {@link #start} for where {@link Canaries} are looked for: beside what it says lies all that it could log. */
    static Program startLoggingAll(Path home, String... arguments) throws IOException {
        Path folder = folderIn(home);
        List<String> options =
                List.of("-Dlog4j2.configurationFile=" + LOG_SETTINGS, "-Dwhole.log=" + folder.resolve(WHOLE_LOG));
        return start(home, folder, options, arguments);
    }

    private static Program start(Path home, Path folder, List<String> options, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.toString()));
        return launch(folder, PicqerOptiply.class, program(), options, all);
    }

    /**
     * How the platform is started for the jar that is delivered, before the driver that ends a process at a point, as
     * the archive of its classes wants it; in an editor, for its classes.
     */
    public static List<String> program() {
        String name = System.getProperty("program.jar");
        List<String> command = java();
        if (name == null) {
            command.addAll(List.of("-cp", classPath()));
            return command;
        }
        Path jar = Path.of(name);
        assertThat(jar).isRegularFile();
        command.add("-XX:SharedArchiveFile=" + ClassArchive.of(jar));
        command.addAll(List.of("-cp", jar + File.pathSeparator + TEST_CLASSES));
        return command;
    }

    /** Starts another main class, with these options of the platform. */
    static Program startClass(Path home, Class<?> main, List<String> options, String... arguments) throws IOException {
        List<String> java = java();
        java.addAll(List.of("-cp", classPath()));
        return launch(folderIn(home), main, java, options, List.of(arguments));
    }

    private static Path folderIn(Path home) throws IOException {
        return Files.createTempDirectory(home, "process-");
    }

    private static Program launch(
            Path folder, Class<?> main, List<String> java, List<String> options, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(java);
        command.addAll(options);
        command.add(main.getName());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Program(process, folder);
    }

    /**
     * How the platform is started for a process that is soon over. Each of the last two options saves a quarter of the
     * processor time of a short run: it trusts the classes that the compiler made, and takes its memory in large pieces
     * where the system has such.
     */
    static List<String> java() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote"));
        if (HAS_HUGE_PAGES) {
            command.add("-XX:+UseTransparentHugePages");
        }
        return command;
    }

    /** Else the platform says so in the process's output, or does not know the option at all. */
    private static boolean hasHugePages() {
        try {
            return Files.readString(HUGE_PAGES).matches("(?s).*\\[(always|madvise)].*");
        } catch (IOException notLinux) {
            return false;
        }
    }

    /** Surefire hands its tests a jar that only names the others. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Waits until that is so, and fails where the program ends before it. */
    public void runsUntil(String what, Eventually.Look<Boolean> look) {
        Eventually.isTrue(what, Duration.ofSeconds(SECONDS_MAX), () -> {
            boolean isSo = look.look();
            assertThat(isSo || process.isAlive()).as(err()).isTrue();
            return isSo;
        });
    }

    /** As {@code kill -9} does it. */
    public void kill() {
        process.destroyForcibly();
    }

    /** As {@code kill} does it. */
    public void stop() {
        process.destroy();
    }

    /** Waits for its end. */
    public int exit() throws InterruptedException {
        return exitWithin(SECONDS_MAX);
    }

    public int exitWithin(long secondsMax) throws InterruptedException {
        boolean hasEnded = process.waitFor(secondsMax, TimeUnit.SECONDS);
        assertThat(hasEnded)
                .as(() -> "ended within " + secondsMax + " s; its last words: " + lastWords())
                .isTrue();
        return process.exitValue();
    }

    String lastWords() {
        try {
            return out() + err();
        } catch (IOException e) {
            return e.toString();
        }
    }

    public String out() throws IOException {
        return Files.readString(folder.resolve("out"), UTF_8);
    }

    public String err() throws IOException {
        return Files.readString(folder.resolve("err"), UTF_8);
    }
}
