package org.sunmao.code.internal;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Role;
import org.sunmao.access.SignedInOnly;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The dictionary of the front: every table at once. */
@RestController
@RequestMapping("/api/codes")
class CodeController {

    record CodeView(String code, String label, boolean selectable) {}

    private final Map<String, List<CodeView>> tables = new TreeMap<>();

    CodeController(YamlCodes codes) {
        codes.tables()
                .forEach(
                        (name, table) ->
                                tables.put(
                                        name,
                                        table.codes().stream().map(CodeController::view).toList()));
        tables.put(
                "role",
                Arrays.stream(Role.values())
                        .map(role -> new CodeView(role.code(), role.label(), true))
                        .toList());
    }

    @SignedInOnly
    @GetMapping
    ResponseEntity<Map<String, List<CodeView>>> all() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(Integer.toHexString(tables.hashCode()))
                .body(tables);
    }

    private static CodeView view(YamlCodes.Entry entry) {
        return new CodeView(entry.code(), entry.label(), entry.storable());
    }
}
