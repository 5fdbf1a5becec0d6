package org.sunmao.privacy;

/** How much harm a field could do in the wrong hands (rulebook, privacy). */
public enum Sensitivity {
    /** Says nothing of a person. */
    S0("不涉及个人"),
    /** Name, organization, post. */
    S1("一般个人信息"),
    /** Membership, telephone, address. */
    S2("较敏感的个人信息"),
    /** Citizen number and the like: sealed, masked, unmasked with a reason. */
    S3("敏感个人信息");

    private final String label;

    Sensitivity(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
