package org.sunmao.meeting;

import java.util.Arrays;
import java.util.Optional;

/** Why a full member does not count among those entitled and due (R-DEV-29). */
public enum Exclusion {
    ILLNESS("illness", "患病不能表达本人意志", Ground.CLASS),
    ABROAD("abroad", "自费出国半年以上", Ground.CLASS),
    SENTENCED("sentenced", "正在服刑", Ground.CLASS),
    BEDRIDDEN("bedridden", "年老体弱卧床不起或者长期生病、生活不能自理", Ground.CLASS),
    AWAY("away", "外出半年以上，应当转走组织关系而没有转走", Ground.CLASS),
    RETURNED("returned", "回原籍居住的离退休党员", Ground.LOCAL),
    SANCTIONED("sanctioned", "受留党察看处分，没有表决权", Ground.LAW);

    /** By what it may be. */
    public enum Ground {
        /** By the consent of the organization above, adopted by the meeting. */
        CLASS,
        /** The same, where the locality has a sixth class. */
        LOCAL,
        /** By the decision of a sanction. */
        LAW
    }

    private final String code;
    private final String label;
    private final Ground ground;

    Exclusion(String code, String label, Ground ground) {
        this.code = code;
        this.label = label;
        this.ground = ground;
    }

    public static Optional<Exclusion> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    /** The name outside the program; never renamed. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public Ground ground() {
        return ground;
    }
}
