package io.portolan.app.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Real certificates, made with the JDK's keytool: those of an authority {@code ca}, and of whom it signed. Each has a key in
 * {@code <name>.key} and its chain in {@code <name>.crt}, as Kubernetes keeps them.
 *
 * @param folder with the files
 */
record Certificates(Path folder) {
    static final String PASSWORD = "changeit-now";
    private static final String CA = "ca";

    /** With an authority of this name. */
    static Certificates make(Path folder, String authority) throws Exception {
        Certificates made = new Certificates(Files.createDirectories(folder));
        made.keytool(CA, "-dname", "CN=" + authority, "-ext", "bc:c=ca:true", "-validity", "2");
        made.write(CA);
        return made;
    }

    /** Signs one for this machine that is valid for two days. */
    Certificates with(String name) throws Exception {
        return sign(name, "-validity", "2");
    }

    /** Signs one that was valid for a day, a month ago. */
    Certificates withExpired(String name) throws Exception {
        return sign(name, "-startdate", "-30d", "-validity", "1");
    }

    /** Everything in one PKCS #12 file. */
    Path store() {
        return folder.resolve("all.p12");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Key and chain in one PEM file, as Kafka's `ssl.keystore.location` has it. */
    Path keyAndChain(String name) {
        return folder.resolve(name + ".pem");
    }

    /** Of a server with this certificate that trusts the authority. */
    SSLContext server(String name) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null);
        keys.setKeyEntry(name, all().getKey(name, PASSWORD.toCharArray()), PASSWORD.toCharArray(), chain(name));
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null);
        trusted.setCertificateEntry(CA, all().getCertificate(CA));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private Certificates sign(String name, String... validity) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(validity));
        arguments.addAll(List.of("-dname", "CN=" + name, "-ext", "san=dns:localhost,ip:127.0.0.1", "-signer", CA));
        keytool(name, arguments.toArray(String[]::new));
        write(name);
        return this;
    }

    private void keytool(String name, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store().toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(more));
        Path log = folder.resolve("keytool.log");
        Process made = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (made.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
    }

    private void write(String name) throws Exception {
        StringBuilder chain = new StringBuilder();
        for (Certificate certificate : chain(name)) {
            chain.append(pem("CERTIFICATE", certificate.getEncoded()));
        }
        String key =
                pem("PRIVATE KEY", all().getKey(name, PASSWORD.toCharArray()).getEncoded());
        Files.writeString(folder.resolve(name + ".crt"), chain);
        Files.writeString(folder.resolve(name + ".key"), key);
        Files.writeString(keyAndChain(name), key + chain);
    }

    private Certificate[] chain(String name) throws Exception {
        return all().getCertificateChain(name);
    }

    private KeyStore all() throws Exception {
        return KeyStore.getInstance(store().toFile(), PASSWORD.toCharArray());
    }

    private static String pem(String kind, byte[] der) throws IOException {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + kind + "-----\n";
    }
}
