package org.sunmao.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

import java.net.URI;
import java.util.regex.Pattern;

/** The version of a record in the headers: {@code ETag} goes out, {@code If-Match} comes back. */
public final class Version {

    private static final Pattern FORM = Pattern.compile("\"(\\d{1,9})\"");

    /** A change was sent without saying on which version it is based; answered as 428. */
    public static final class Missing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Missing() {
            super("缺少版本（If-Match），不能确定您改的是不是最新的记录，请重新打开后再改");
        }
    }

    private Version() {}

    /**
     * Reads the version that a change is based on.
     *
     * @throws Missing without the header
     * @throws InputRefused if it is not one quoted number
     */
    public static int of(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Missing();
        }
        var version = FORM.matcher(ifMatch.strip());
        if (!version.matches()) {
            throw new InputRefused("If-Match", "版本的格式不对，应为带引号的数字，例如 \"3\"");
        }
        return Integer.parseInt(version.group(1));
    }

    /** A change is made today, whatever day is looked at. */
    public static void refuseAsOf(@Nullable String asOf) {
        if (asOf != null) {
            throw new InputRefused("asOf", "修改不能带 asOf；要改过去某日的情况，请用 effectiveOn");
        }
    }

    /** What was just made, where it is to be found. */
    public static <T> ResponseEntity<T> made(String address, T view, int version) {
        return ResponseEntity.created(URI.create(address)).eTag("\"" + version + "\"").body(view);
    }

    public static <T> ResponseEntity<T> answer(T view, int version) {
        return ResponseEntity.ok().eTag("\"" + version + "\"").body(view);
    }
}
