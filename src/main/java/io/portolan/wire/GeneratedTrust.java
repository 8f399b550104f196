package io.portolan.wire;

import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Lets Avro serializers other than ours use generated classes. Since 1.12.2 Avro refuses, for the whole process, every class
 * that nobody has named; one that Avro's generator made was made to be read into.
 *
 * @param before what was trusted already
 */
public record GeneratedTrust(ClassSecurityPredicate before) implements ClassSecurityPredicate {
    /** Trusts them from now on in this process, beside what is trusted already. */
    public static synchronized void allow() {
        ClassSecurityPredicate global = ClassSecurityValidator.getGlobal();
        if (!(global instanceof GeneratedTrust)) {
            ClassSecurityValidator.setGlobal(new GeneratedTrust(global));
        }
    }

    @Override
    public boolean isTrusted(Class<?> type) {
        return before.isTrusted(type) || GeneratedClasses.isGenerated(type);
    }
}
