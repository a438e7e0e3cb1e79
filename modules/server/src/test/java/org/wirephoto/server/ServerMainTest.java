package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImages;

/** The program as its user meets it: arguments in, text and exit code out. */
class ServerMainTest {
    @TempDir
    Path scratch;

    private Terminal terminal = Terminal.none();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final BlockingQueue<Runnable> stops = new LinkedBlockingQueue<>();
    private Path data;

    @BeforeEach
    void nameTheFolder() {
        data = scratch.resolve("data");
    }

    private int run(String... arguments) {
        return ServerMain.commandLine(stops::add, terminal)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private int onData(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data.toString();
        return run(all);
    }

    /** Serves in the background; what {@link #stops} then holds ends it. */
    private FutureTask<Integer> serve(Path portFile) {
        FutureTask<Integer> serving = new FutureTask<>(() -> onData(
                "serve",
                "--plain",
                "--open",
                "--port",
                "0",
                "--bind",
                "127.0.0.1",
                "--announce",
                "none",
                "--port-file",
                portFile.toString()));
        Thread.ofPlatform().start(serving);
        return serving;
    }

    private Runnable stop() throws Exception {
        RunningServer.await(() -> out.toString().contains("Ctrl+C"));
        return stops.remove();
    }

    @Nested
    class Usage {
        @Test
        void helpListsTheCommandsAndTheExitCodes() {
            assertThat(run("--help")).isZero();
            assertThat(out.toString()).contains("serve", "verify", "export", "import", "backup", "data folder");
        }

        @Test
        void serveHelpListsEverySetting() {
            assertThat(run("serve", "--help")).isZero();
            for (Setting setting : Setting.values()) {
                assertThat(out.toString()).contains(setting.option());
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "serve", "verify", "export", "import", "backup"})
        void helpIsTheSameAsTheOption(String command) {
            assertThat(command.isEmpty() ? run("help") : run("help", command)).isZero();
            String help = out.toString();
            out.getBuffer().setLength(0);
            assertThat(command.isEmpty() ? run("--help") : run(command, "--help"))
                    .isZero();
            assertThat(help).isNotBlank().isEqualTo(out.toString());
        }

        @Test
        void helpOfACommandThatThereIsNotNamesIt() {
            assertThat(run("help", "exprot")).isEqualTo(2);
            assertThat(err.toString()).contains("exprot").doesNotContain("Exception");
        }

        @Test
        void versionIsOneLine() {
            assertThat(run("--version")).isZero();
            assertThat(out.toString()).startsWith("wirephoto-server").hasLineCount(1);
        }

        @Test
        void withoutACommandTheCommandsAreListed() {
            assertThat(run()).isEqualTo(2);
            assertThat(err.toString()).contains("serve");
        }

        @ParameterizedTest
        @ValueSource(strings = {"--prot=5", "--port=many", "--port=99999", "extra", "--max-filesize=big"})
        void anArgumentThatMakesNoSenseIsNamed(String argument) {
            assertThat(onData("serve", argument)).isEqualTo(2);
            assertThat(err.toString())
                    .contains(
                            argument.replace("=many", "").replace("=99999", "").replace("=big", ""));
        }
    }

    @Nested
    class Serve {
        @Test
        void tellsWhereItIsAndEndsWellWhenItIsToldTo() throws Exception {
            Path portFile = scratch.resolve("port");
            FutureTask<Integer> serving = serve(portFile);
            Runnable stop = stop();
            int port = Integer.parseInt(Files.readString(portFile).strip());
            try (Peer peer = new Peer(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
                assertThat(peer.askParsed("hello,,,version=1").command()).isEqualTo("ok");
                assertThat(out.toString()).contains("127.0.0.1:" + port, data.toString(), "none yet");
                stop.run();
                assertThat(peer.isEnded()).isTrue();
            }
            assertThat(serving.get(20, TimeUnit.SECONDS)).isZero();
            assertThat(portFile).doesNotExist();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx------");
        }

        @Test
        void readsTheFileInTheDataFolder() throws IOException {
            Files.createDirectories(data);
            Files.writeString(data.resolve("server.properties"), "max-filesize=lots");
            assertThat(onData("serve")).isEqualTo(2);
            assertThat(err.toString()).contains("max-filesize in server.properties is lots");
        }

        @Test
        void aPortThatIsTakenIsNamed() throws IOException {
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                String port = Integer.toString(taken.getLocalPort());
                assertThat(onData("serve", "--bind", "127.0.0.1", "--port", port))
                        .isEqualTo(1);
                assertThat(err.toString())
                        .contains("Port " + port + " is in use", "--port N")
                        .doesNotContain("Exception");
            }
        }

        @Test
        void anAddressOfAnotherMachineIsNamed() {
            assertThat(onData("serve", "--bind", "192.0.2.1", "--port", "0")).isEqualTo(1);
            assertThat(err.toString()).contains("192.0.2.1", "--bind");
        }

        @Test
        void aFolderThatAnotherServerHasIsNamed() throws Exception {
            FutureTask<Integer> serving = serve(scratch.resolve("port"));
            Runnable stop = stop();
            assertThat(onData("serve", "--port", "0", "--announce", "none")).isEqualTo(3);
            assertThat(err.toString()).contains(data.toString()).doesNotContain("Exception");
            stop.run();
            assertThat(serving.get(20, TimeUnit.SECONDS)).isZero();
        }

        @Test
        void aFolderThatCanNotBeMadeIsNamed() throws IOException {
            Files.writeString(data, "a file");
            assertThat(onData("serve", "--port", "0", "--announce", "none")).isEqualTo(3);
            assertThat(err.toString()).contains(data.toString());
        }
    }

    @Nested
    class Upkeep {
        private Path photos() throws IOException {
            Path folder = Files.createDirectories(scratch.resolve("photos"));
            Files.write(folder.resolve("my beach.png"), TestImages.photo(ImageType.PNG, 30, 20, 1));
            Files.writeString(folder.resolve("notes.png"), "no image");
            return folder;
        }

        private void assertImport() throws IOException {
            assertThat(onData("import", photos().toString())).isEqualTo(1);
            assertThat(out.toString())
                    .contains("notes.png: type-unsupported: ")
                    .contains("Imported 1 image (")
                    .contains("1 problem.");
            assertThat(err.toString()).isEmpty();
        }

        @Test
        void worksWithoutAServer() throws IOException {
            assertImport();
            assertThat(onData("verify")).isZero();
            assertThat(out.toString()).contains("Checked 1 image (", "No problems.");
            assertThat(onData("export", scratch.resolve("out").toString())).isZero();
            assertThat(scratch.resolve("out/my_beach.png")).exists();
            assertThat(out.toString()).contains("Exported 1 image (").doesNotContain("there already");
            assertThat(onData("export", scratch.resolve("out").toString())).isZero();
            assertThat(out.toString())
                    .contains("Exported 0 images (0 bytes) to " + scratch.resolve("out") + "; 1 was there already.");
            assertThat(onData("backup", scratch.resolve("copy").toString())).isZero();
            data = scratch.resolve("copy");
            assertThat(onData("verify")).isZero();
        }

        @Test
        void worksWithAServer() throws Exception {
            FutureTask<Integer> serving = serve(scratch.resolve("port"));
            Runnable stop = stop();
            assertImport();
            assertThat(onData("verify", "--repair")).isZero();
            stop.run();
            assertThat(serving.get(20, TimeUnit.SECONDS)).isZero();
        }

        @Test
        void refusesAFolderWithNothingInIt() {
            assertThat(onData("verify")).isEqualTo(1);
            assertThat(err.toString())
                    .isEqualToNormalizingNewlines("wirephoto-server: There is no data folder of a server at " + data
                            + ": name the right one with --data DIR.\n");
            assertThat(data).doesNotExist();
        }

        @Test
        void ofAFolderThatIsNotThereIsNoFaultOfTheServer() throws Exception {
            FutureTask<Integer> serving = serve(scratch.resolve("port"));
            Runnable stop = stop();
            Path none = scratch.resolve("nonexist");
            assertThat(onData("import", none.toString())).isEqualTo(1);
            assertThat(err.toString())
                    .isEqualToNormalizingNewlines(
                            "wirephoto-server: There is no folder " + none + " that can be read.\n");
            stop.run();
            assertThat(serving.get(20, TimeUnit.SECONDS)).isZero();
        }

        @Test
        void needsAFolderToWorkOn() {
            assertThat(onData("export")).isEqualTo(2);
        }
    }
}
