package io.portolan.judge.sigma;

import io.portolan.flow.Addresses;
import java.util.function.Predicate;

/** The addresses of a network in the notation of RFC 4632 section 3.1 and RFC 4291 section 2.3. */
final class Network implements Predicate<String> {
    private final byte[] prefix;
    private final int length;

    private Network(byte[] prefix, int length) {
        this.prefix = prefix;
        this.length = length;
    }

    /**
     * @param text an address, or one with a slash and the length of the prefix
     * @throws IllegalArgumentException if it is neither; names the cause
     */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        byte[] prefix = Addresses.parse(address).getAddress();
        int most = prefix.length * Byte.SIZE;
        return new Network(prefix, slash < 0 ? most : length(text.substring(slash + 1), most));
    }

    @Override
    public boolean test(String address) {
        if (!Addresses.isAddress(address)) {
            return false;
        }
        byte[] bytes = Addresses.parse(address).getAddress();
        if (bytes.length != prefix.length) {
            return false;
        }
        int whole = length / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (bytes[i] != prefix[i]) {
                return false;
            }
        }
        int rest = length % Byte.SIZE;
        return rest == 0 || ((bytes[whole] ^ prefix[whole]) & (0xff00 >> rest) & 0xff) == 0;
    }

    private static int length(String text, int most) {
        boolean number = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException("\"" + text + "\" is no length of a prefix, 0-" + most);
        }
        return Integer.parseInt(text);
    }
}
