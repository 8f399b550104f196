package io.portolan.app.page;

/**
 * What a page is shown on.
 *
 * @param width of the window, pixels
 * @param height of the window, pixels
 * @param scheme that the reader prefers, light or dark
 */
public record Device(int width, int height, String scheme) {
    public static final Device DESKTOP = new Device(1280, 900, "light");
    public static final Device DESKTOP_DARK = new Device(1280, 900, "dark");
    /** The narrowest that WCAG 2.2 asks for (1.4.10). */
    public static final Device PHONE = new Device(320, 640, "light");

    public static final Device PHONE_DARK = new Device(320, 640, "dark");
}
