package io.portolan.app.bench.contender;

import io.portolan.app.config.PortolanConfig;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** A program that the comparison knows nothing of: the floor, told by its environment, which works until it is terminated. */
public final class FloorBeside {
    private FloorBeside() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Floor.start(new Setup(new PortolanConfig(keys()), Throwable::printStackTrace));
        new CountDownLatch(1).await();
    }

    private static Map<String, String> keys() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(System.getenv("PORTOLAN_BENCH_PROPERTIES")))) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }
}
