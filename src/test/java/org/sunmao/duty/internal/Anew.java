package org.sunmao.duty.internal;

import org.springframework.boot.test.context.TestComponent;
import org.sunmao.access.Scopes;

import java.util.Collection;
import java.util.UUID;

/** Derives duties anew for tests of other modules, as the whole derivation does part by part. */
@TestComponent
public class Anew {

    private final Scopes scopes;
    private final DutyDerivation derivation;

    Anew(Scopes scopes, DutyDerivation derivation) {
        this.scopes = scopes;
        this.derivation = derivation;
    }

    public void derive(Collection<UUID> organizations) {
        var _ =
                scopes.system(
                        "test",
                        scope -> {
                            derivation.derive(scope, organizations);
                            return organizations;
                        });
    }
}
