package io.portolan.chaos;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes minutes: not in every build, but with {@code mvn -Pchaos verify}. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(
        named = Size.WHOLE,
        matches = ".*",
        disabledReason = "it takes minutes: mvn -Pchaos verify runs it")
@interface WholeOnly {}
