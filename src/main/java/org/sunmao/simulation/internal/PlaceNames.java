package org.sunmao.simulation.internal;

import java.util.Optional;
import java.util.regex.Pattern;

/** How places are called in the names of organizations: 兴县蔚汾镇东关村. */
final class PlaceNames {

    private static final Pattern OF_VILLAGES = Pattern.compile("(村民委员会|村委会|村委)$");
    private static final Pattern ABROAD = Pattern.compile("驻([^驻]+)流动党员党支部$");
    private static final Pattern OF_COMMUNITIES = Pattern.compile("(居民委员会|居委会)$");

    private final Areas areas;

    PlaceNames(Areas areas) {
        this.areas = areas;
    }

    /** The place as an organization's name begins; a district is told by its city, too. */
    String full(Area area) {
        if (area.isCounty()) {
            var district = area.name().endsWith("区") && !area.isZone();
            return district ? areas.above(area).name() + area.name() : area.name();
        }
        return below(area, area.isTownship() ? area.name() : village(area.name()));
    }

    /** With the name of a village as it is in the list of divisions: 兴县蔚汾镇东关村委会. */
    String official(Area area) {
        return below(area, area.name());
    }

    /** The code of the place that a branch of floating members is named after: 兴县蔚汾镇驻太原市. */
    Optional<String> seat(Draft floating) {
        var place = ABROAD.matcher(floating.name());
        return place.find() ? areas.named(place.group(1)) : Optional.empty();
    }

    /** With city and province, as an address begins. */
    String address(Area area) {
        var full = full(area);
        var city = areas.get(area.code().substring(0, 4)).name();
        var province = areas.get(area.province()).name();
        return province + (full.startsWith(city) ? "" : city) + full;
    }

    /** 东关村委会 is 东关村, 四兴村村委会 is 四兴村, 东城社区居委会 is 东城社区. */
    static String village(String name) {
        var village = OF_VILLAGES.matcher(name);
        if (village.find()) {
            return ending(village.replaceFirst(""), "村");
        }
        var community = OF_COMMUNITIES.matcher(name);
        return community.find() ? ending(community.replaceFirst(""), "社区") : name;
    }

    private static String ending(String name, String end) {
        return name.endsWith(end) ? name : name + end;
    }

    /** Some names hold the name of what lies above them: 兴县经济技术开发区, 国营博爱农场. */
    private String below(Area area, String name) {
        var above = areas.above(area);
        if (!above.isCounty() && name.startsWith(above.name())) {
            above = areas.above(above);
        }
        var county = above.name();
        var stem = area.isZone() ? county.substring(0, county.length() - 1) : county;
        var told = name.contains(county) || (stem.length() > 1 && name.contains(stem));
        return above.isCounty() && told ? name : full(above) + name;
    }
}
