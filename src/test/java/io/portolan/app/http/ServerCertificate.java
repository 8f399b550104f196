package io.portolan.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;

/**
 * A certificate of this host alone, signed by itself, and its key; by the JDK's own tool, since its classes make none.
 *
 * @param keystore PKCS #12, with {@link #PASSWORD}
 * @param certificate PEM
 * @param key PEM, PKCS #8
 */
public record ServerCertificate(Path keystore, Path certificate, Path key) {
    public static final String PASSWORD = "a-password-of-the-test";

    public static ServerCertificate make(Path folder) throws Exception {
        Path keystore = folder.resolve("server.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process made = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keystore.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray());
        return new ServerCertificate(
                keystore,
                pem(folder, "CERTIFICATE", store.getCertificate("server").getEncoded()),
                pem(
                        folder,
                        "PRIVATE KEY",
                        store.getKey("server", PASSWORD.toCharArray()).getEncoded()));
    }

    /** Configuration of an instance that serves with it, and trusts others that do. */
    public Map<String, String> keys() {
        return Map.of(
                "http.tls.certificate.path", certificate.toString(),
                "http.tls.key.path", key.toString(),
                "http.tls.trust.path", certificate.toString());
    }

    private static Path pem(Path folder, String kind, byte[] der) throws IOException {
        String text = "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + kind + "-----\n";
        return Files.writeString(folder.resolve(kind.replace(' ', '-') + ".pem"), text);
    }
}
