package org.sunmao.journal.internal;

import org.springframework.stereotype.Component;
import org.sunmao.journal.Followed;
import org.sunmao.journal.Follower;
import org.sunmao.journal.internal.SealStore.Grown;
import org.sunmao.journal.internal.SealStore.Leaf;
import org.sunmao.vault.Vault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The first follower: gives each entry its place in the hash tree, and signs the tree as it then
 * stands. A head covers at most a thousand entries, and at most some seconds.
 */
@Component
class Sealer implements Follower {

    static final String NAME = "seal";

    private static final Duration EVERY = Duration.ofSeconds(3);

    private final SealStore store;
    private final HeadsFile file;
    private final Vault vault;

    Sealer(SealStore store, HeadsFile file, Vault vault) {
        this.store = store;
        this.file = file;
        this.vault = vault;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void take(List<Followed> entries) {
        var last = store.last();
        last.ifPresent(head -> follows(head.head(), entries.getFirst()));
        var tree = last.map(Grown::tree).orElseGet(Tree::new);
        var previous = tree.size();
        var leaves = new ArrayList<Leaf>(entries.size());
        for (var entry : entries) {
            var hash = EntryHash.of(entry);
            tree.add(hash);
            leaves.add(new Leaf(tree.size(), entry.id(), hash));
        }
        store.addLeaves(leaves);
        var newest = entries.getLast();
        store.add(sign(tree, previous, newest.transaction(), newest.id()), tree.peaks());
    }

    /** Other processes sign heads, too: the file of this one takes all that are in the database. */
    @Override
    public void rest() {
        file.catchUp();
    }

    private Head sign(Tree tree, long previous, long transaction, UUID entry) {
        var head =
                new Head(
                        tree.size(),
                        previous,
                        tree.root(),
                        store.now(),
                        transaction,
                        entry,
                        new byte[0]);
        return head.signed(vault.sign(Head.PURPOSE, head.message()));
    }

    /** A position that was moved by hand would seal twice, or leave out. */
    private static void follows(Head head, Followed next) {
        var sealed = new FollowerStore.Position(head.transaction(), head.entry());
        if (!sealed.isBefore(next)) {
            throw new IllegalStateException(
                    "the position of the sealer lies before the last head: it was altered");
        }
    }
}
