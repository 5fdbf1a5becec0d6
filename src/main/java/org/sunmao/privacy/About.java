package org.sunmao.privacy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whom the rows of a table tell of. */
public enum About {
    /** One member: what is kept of them goes into their copy. */
    @JsonProperty("member")
    MEMBER,
    /** Whoever uses an account: goes into the copy of its user. */
    @JsonProperty("account")
    ACCOUNT,
    @JsonProperty("nobody")
    NOBODY
}
