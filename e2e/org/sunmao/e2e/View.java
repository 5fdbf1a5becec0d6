package org.sunmao.e2e;

import java.util.List;

/**
 * How a page is looked at: its width, its entry, normal or in elder mode, how large targets are.
 */
enum View {
    DESK(1440, 900, false, false),
    DESK_ELDER(1440, 900, false, true),
    NARROW(360, 780, false, false),
    NARROW_ELDER(360, 780, false, true),
    PHONE(360, 780, true, false),
    PHONE_ELDER(360, 780, true, true);

    final int width;
    final int height;
    final boolean phone;
    final boolean elder;
    final int target;

    View(int width, int height, boolean phone, boolean elder) {
        this.width = width;
        this.height = height;
        this.phone = phone;
        this.elder = elder;
        this.target = elder ? 60 : 44;
    }

    /** As what else a page is looked at that was opened in this view. */
    List<View> others() {
        return switch (this) {
            case DESK -> List.of(DESK_ELDER, NARROW_ELDER, NARROW);
            case PHONE -> List.of(PHONE_ELDER);
            default -> List.of();
        };
    }

    /**
     * Whether axe reads it. Of four views of one page two hold every width and every mode; the
     * other two are measured only, or the build would read for minutes what it has read.
     */
    boolean read() {
        return this != DESK_ELDER && this != NARROW;
    }
}
