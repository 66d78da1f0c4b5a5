package com.optiply.picqer.filedrop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folders of one customer below the root of all dropped files: {@code in} for what people drop, {@code importing}
 * for what is under way, {@code done} and {@code failed} for files with their answers. Thread-safe.
 */
public record DropFolders(Path root, String customer) {
    private static final String IN = "in";
    private static final String IMPORTING = "importing";
    private static final String DONE = "done";
    private static final String FAILED = "failed";
    private static final List<String> FOLDERS = List.of(IN, IMPORTING, DONE, FAILED);
    private static final String RESULT = ".result.txt";
    private static final String REJECTS = ".rejects.";
    private static final String PART = "part-";
    private static final Pattern TAKEN = Pattern.compile("(\\d{1,18})-(.+)");
    private static final int NAMES_MAX = 100_000;
    /** Longer is no name of a file on most disks, in UTF-8. */
    private static final int NAME_BYTES_MAX = 255;

    private static final int ENDING_MAX = 8;

    /** Where people drop files. */
    public Path in() {
        return folder(IN);
    }

    public Path done() {
        return folder(DONE);
    }

    public Path failed() {
        return folder(FAILED);
    }

    private Path folder(String name) {
        return root.resolve(customer).resolve(name);
    }

    /** Makes what is not there yet. */
    public void make() throws IOException {
        for (String name : FOLDERS) {
            Files.createDirectories(folder(name));
        }
    }

    /**
     * Who may write in the customer's folder can put a link in the place of one of these, and through it have another
     * customer's files taken, and answered to him. The customer's folder itself may be one: it is the operator's.
     *
     * @throws FileSystemException where one of them is a link
     */
    public void requireNoLinks() throws IOException {
        for (String name : FOLDERS) {
            if (Files.isSymbolicLink(folder(name))) {
                throw new FileSystemException(
                        folder(name).toString(), null, "it is a link, and has to be a folder of this customer's own");
            }
        }
    }

    /** Where the file of that number lies while it is under way. */
    public Path underWay(long number, String name) {
        return folder(IMPORTING).resolve(numbered(number + "-", name));
    }

    /**
     * Takes a file out of {@code in}, so that nobody else can: one rename, of which only one process has the success.
     * Of a link it takes the link: what it is can be told for certain when nobody else has it any more.
     *
     * @return whether this process has it now
     * @throws FileAlreadyExistsException where another file lies under way with that number
     */
    public boolean claim(Path dropped, long number, String name) throws IOException {
        make();
        requireNoLinks();
        requireFree(number, name);
        try {
            Files.move(dropped, underWay(number, name), ATOMIC_MOVE);
            return true;
        } catch (IOException reported) {
            if (isThere(underWay(number, name))) {
                return true; // Done all the same, as on a disk in the network whose answer was lost.
            }
            if (reported instanceof NoSuchFileException) {
                return false;
            }
            throw reported;
        }
    }

    /** Takes a copy of somebody's file, which stays where it is; a process that dies leaves no half of it. */
    public void copy(Path file, long number, String name) throws IOException {
        make();
        requireNoLinks();
        requireFree(number, name);
        Path part = part(number, name);
        Files.copy(file, part, REPLACE_EXISTING);
        try {
            Files.move(part, underWay(number, name), ATOMIC_MOVE);
        } catch (IOException reported) {
            Files.deleteIfExists(underWay(number, name)); // It may be done all the same.
            throw reported;
        }
    }

    /** A rename takes the place of what is there; nobody else gives a file that number meanwhile. */
    private void requireFree(long number, String name) throws IOException {
        Path underWay = underWay(number, name);
        if (isThere(underWay)) {
            throw new FileAlreadyExistsException(underWay.toString());
        }
    }

    /** Whether there is such a file, or a link; {@link Files#exists} would take an error of the disk for a no. */
    public static boolean isThere(Path file) throws IOException {
        try {
            Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
            return true;
        } catch (NoSuchFileException missing) {
            return false;
        }
    }

    /** Whether the folder of what is under way is there: while a disk of the network is not, none of it can be seen. */
    public boolean isInReach() throws IOException {
        return isThere(folder(IMPORTING));
    }

    /** Where a copy, or an answer, lies while it is being made. */
    public Path part(long number, String name) {
        return folder(IMPORTING).resolve(numbered(PART + number + "-", name));
    }

    /**
     * A file among those under way.
     *
     * @param number under which it was taken
     * @param name its own
     */
    public record Taken(Path file, long number, String name) {}

    /** What lies in {@code importing}, beside copies that are being made; by their numbers. */
    public List<Taken> taken() throws IOException {
        if (!isThere(folder(IMPORTING))) {
            return List.of();
        }
        requireNoLinks();
        try (Stream<Path> files = Files.list(folder(IMPORTING))) {
            return files.flatMap(file -> {
                        Matcher matcher = TAKEN.matcher(file.getFileName().toString());
                        return matcher.matches()
                                ? Stream.of(new Taken(file, Long.parseLong(matcher.group(1)), matcher.group(2)))
                                : Stream.empty();
                    })
                    .sorted(Comparator.comparingLong(Taken::number))
                    .toList();
        }
    }

    /**
     * A name under which nothing was answered yet in {@code folder}: the file's own, or with a number behind it. Of one
     * that is too long for the names of its answers the end is left out.
     *
     * @param promised names that nothing of this file may have, as other answers are about to
     */
    public static String freeName(Path folder, String name, Set<String> promised) throws IOException {
        String stem = stem(name);
        String ending = name.substring(stem.length());
        int room = NAME_BYTES_MAX - Math.max(bytes(ending), bytes(REJECTS) + ENDING_MAX);
        for (int number = 1; number <= NAMES_MAX; number++) {
            String behind = number == 1 ? "" : " (" + number + ")";
            String candidate = cut(stem, room - bytes(behind)) + behind + ending;
            if (isFree(folder, candidate, promised)) {
                return candidate;
            }
        }
        throw new IllegalStateException("there are " + NAMES_MAX + " files of the name " + name + " in " + folder);
    }

    private static boolean isFree(Path folder, String candidate, Set<String> promised) throws IOException {
        for (String name : namesOf(candidate)) {
            if (promised.contains(name) || isThere(folder.resolve(name))) {
                return false;
            }
        }
        return true;
    }

    /** What may lie in a folder of a file that is answered under that name: itself, and all that tells of it. */
    public static Set<String> namesOf(String name) {
        return Set.of(
                name,
                fitting(stem(name), RESULT),
                fitting(stem(name), REJECTS + "csv"),
                fitting(stem(name), REJECTS + "xlsx"));
    }

    public static Path result(Path folder, String name) {
        return folder.resolve(fitting(stem(name), RESULT));
    }

    public static Path rejects(Path folder, String name, TableForm form) {
        return folder.resolve(fitting(stem(name), REJECTS + form.ending()));
    }

    private static String numbered(String number, String name) {
        return fitting(number + stem(name), name.substring(stem(name).length()));
    }

    private static String fitting(String stem, String ending) {
        return cut(stem, NAME_BYTES_MAX - bytes(ending)) + ending;
    }

    /** The name without its ending; what is longer than any ending belongs to the name. */
    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 || name.length() - dot > ENDING_MAX + 1 ? name : name.substring(0, dot);
    }

    /** As many whole characters from the beginning as have room. */
    private static String cut(String text, int bytes) {
        int end = text.length();
        while (bytes(text.substring(0, end)) > bytes) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }
}
