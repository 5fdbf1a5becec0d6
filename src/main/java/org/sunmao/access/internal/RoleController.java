package org.sunmao.access.internal;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Right;
import org.sunmao.access.Role;
import org.sunmao.access.SignedInOnly;

import java.util.Arrays;
import java.util.List;

/** What each role may do, in words. */
@RestController
class RoleController {

    record RightView(String code, String words) {}

    /**
     * A role.
     *
     * @param given how somebody comes to have it, in words
     */
    record RoleView(
            String code,
            String name,
            boolean administrates,
            String given,
            List<RightView> rights) {}

    @SignedInOnly
    @GetMapping("/api/roles")
    List<RoleView> roles() {
        return Arrays.stream(Role.values()).map(RoleController::view).toList();
    }

    private static RoleView view(Role role) {
        return new RoleView(
                role.code(),
                role.label(),
                role.administrates(),
                given(role),
                Arrays.stream(Right.values())
                        .filter(role::may)
                        .map(right -> new RightView(right.code(), RightWords.of(right)))
                        .toList());
    }

    private static String given(Role role) {
        return switch (role) {
            case COUNTY_OFFICER, TOWNSHIP_OFFICER, SUPERVISOR -> "由本级或上级党务工作者申请，安全管理员批准";
            case SECRETARY -> "随书记任职自动取得，卸任时停止；也可以申请";
            case MEMBER -> "党员用激活码开通自己的账号";
            case APPLICANT -> "入党申请人用激活码开通自己的账号，批准为预备党员后改为党员";
            case SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN -> "首次启用时指定；以后由系统管理员申请，安全管理员批准";
        };
    }
}
