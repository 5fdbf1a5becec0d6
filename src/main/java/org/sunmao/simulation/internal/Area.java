package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;

/** An administrative division by its statistical code (rulebook 3 §1.3). */
record Area(String code, String name) {

    private static final int PROVINCE = 2;
    private static final int CITY = 4;
    private static final int COUNTY = 6;
    private static final int TOWNSHIP = 9;
    private static final int VILLAGE = 12;

    /** From this number of its county on, a township code is that of a zone. */
    private static final int ZONES = 400;

    /** From this number of its county on, a village code is that of a village committee. */
    private static final int VILLAGES = 200;

    /** A county code that ends in 71 or more is that of a zone. */
    private static final int COUNTY_ZONES = 71;

    private static final int FIRST_TOWN = 100;

    boolean isCounty() {
        return code.length() == COUNTY;
    }

    boolean isTownship() {
        return code.length() == TOWNSHIP;
    }

    /** A street (街道): an office of the county, with a work committee. */
    boolean isStreet() {
        return isTownship() && number(COUNTY) < FIRST_TOWN;
    }

    /** A zone, a farm: no formal division. */
    boolean isZone() {
        return isTownship() ? number(COUNTY) >= ZONES : isCounty() && number(CITY) >= COUNTY_ZONES;
    }

    /** A village of farmers, not a community (居委会) and none of the similar units. */
    boolean isFarming() {
        return code.length() == VILLAGE && number(TOWNSHIP) >= VILLAGES && number(TOWNSHIP) < ZONES;
    }

    String province() {
        return code.substring(0, PROVINCE);
    }

    @Nullable String parent() {
        return switch (code.length()) {
            case VILLAGE -> code.substring(0, TOWNSHIP);
            case TOWNSHIP -> code.substring(0, COUNTY);
            case COUNTY -> code.substring(0, CITY);
            case CITY -> code.substring(0, PROVINCE);
            default -> null;
        };
    }

    private int number(int from) {
        return Integer.parseInt(code.substring(from));
    }
}
