package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sunmao.organization.OrganizationIndex.Ended;
import org.sunmao.organization.OrganizationIndex.Known;
import org.sunmao.organization.OrganizationIndex.None;
import org.sunmao.organization.OrganizationIndex.One;
import org.sunmao.organization.OrganizationIndex.Several;
import org.sunmao.organization.internal.NameIndex.Gone;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** A roster names organizations as people do, and nothing is guessed. */
class NameIndexTests {

    private static final LocalDate SINCE = LocalDate.of(2001, 7, 1);

    private final Known east = known("中共东乡委员会", null, true);
    private final Known west = known("中共西乡委员会", null, true);
    private final Known river = known("中共河口村党支部", east.id(), false);
    private final Known riverWest = known("中共河口村党支部", west.id(), false);
    private final Known bridge = known("中共大桥村党支部（联合）", west.id(), false);
    private final Gone gone =
            new Gone(UUID.randomUUID(), new Ended("中共老庄党支部", LocalDate.of(2024, 3, 1)));
    private final NameIndex index =
            new NameIndex(
                    List.of(east, west, river, riverWest, bridge),
                    List.of(gone),
                    List.of("中共演示县委员会"));

    @Test
    void aFullNameMeansTheOneThatHasIt() {
        assertThat(index.match("中共东乡委员会")).isEqualTo(new One(east));
        assertThat(index.match("中共 大桥村党支部(联合)")).isEqualTo(new One(bridge));
        assertThat(index.match(river.id().toString())).isEqualTo(new One(river));
    }

    @Test
    void aNameThatTwoHaveIsAskedForWithItsSuperior() {
        assertThat(index.match("中共河口村党支部"))
                .isEqualTo(new Several(2, List.of("中共东乡委员会/中共河口村党支部", "中共西乡委员会/中共河口村党支部")));
        assertThat(index.match("中共东乡委员会/中共河口村党支部")).isEqualTo(new One(river));
        assertThat(index.match("中共西乡委员会 > 中共河口村党支部")).isEqualTo(new One(riverWest));
        assertThat(index.match("中共演示县委员会／中共西乡委员会／中共河口村党支部")).isEqualTo(new One(riverWest));
    }

    @Test
    void anUnknownNameIsToldTheNearest() {
        assertThat(index.match("中共东香委员会")).isInstanceOf(None.class);
        assertThat(((None) index.match("中共东香委员会")).nearest()).hasSize(3).startsWith("中共东乡委员会");
        assertThat(((None) index.match("中共北乡委员会/中共河口村党支部")).nearest())
                .contains("中共东乡委员会/中共河口村党支部", "中共西乡委员会/中共河口村党支部");
    }

    @Test
    void oneThatIsNoMoreIsToldWithItsDay() {
        assertThat(index.match("中共老庄党支部")).isEqualTo(gone.ended());
        assertThat(index.match(gone.id().toString())).isEqualTo(gone.ended());
    }

    @Test
    void tenThousandMisspeltNamesOfACityTakeSeconds() {
        var names = new LinkedHashSet<String>();
        for (var i = 0; names.size() < 8300; i++) {
            names.add("中共" + place(i) + place(i / 7 + 3) + "村党支部委员会");
        }
        var nearest = new NearestNames(names);
        var list = new ArrayList<>(names);

        var start = System.nanoTime();
        for (var i = 0; i < 10_000; i++) {
            var name = list.get(i % list.size());
            assertThat(nearest.to(name.replaceFirst("村", "付") + i % 10, 3)).hasSize(3);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    private static String place(int i) {
        return Character.toString(0x4E00 + i % 97) + Character.toString(0x5E00 + i / 97 % 89);
    }

    private static Known known(String name, @Nullable UUID parent, boolean divided) {
        var kind = divided ? "committee" : "branch";
        return new Known(UUID.randomUUID(), name, kind, parent, SINCE, divided);
    }
}
