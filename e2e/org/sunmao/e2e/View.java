package org.sunmao.e2e;

/**
 * How a page is looked at: its width, its entry, normal or in elder mode, and how large targets
 * are.
 */
enum View {
    DESK(1440, 900, false, false, 44),
    DESK_ELDER(1440, 900, false, true, 60),
    NARROW(360, 780, false, false, 44),
    NARROW_ELDER(360, 780, false, true, 60),
    PHONE(360, 780, true, false, 44),
    PHONE_ELDER(360, 780, true, true, 60);

    final int width;
    final int height;
    final boolean phone;
    final boolean elder;
    final int target;

    View(int width, int height, boolean phone, boolean elder, int target) {
        this.width = width;
        this.height = height;
        this.phone = phone;
        this.elder = elder;
        this.target = target;
    }

    View inElderMode() {
        return elder ? this : valueOf(name() + "_ELDER");
    }
}
