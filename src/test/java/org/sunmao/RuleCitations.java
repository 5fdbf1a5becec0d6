package org.sunmao;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;

import org.jspecify.annotations.Nullable;
import org.sunmao.rules.RuleId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

/**
 * Which class cites which rule, read from the sources: by its id as a text, or by a constant that
 * holds it. Of the texts that stand beside a rule, those of refusals are kept.
 */
final class RuleCitations {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern REFUSING =
            Pattern.compile("(?i)(.*\\.)?(?!InputRefused)\\w*(refus|closed|unfit)\\w*");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    private static final int SHORTEST = 8;

    /** They read or write rules of any kind, and prove none by naming it. */
    private static final Set<String> OF_THE_BOOK =
            Set.of("RuleApiTests", "BookReaderTests", "EntryHashTests", "TimetablePropertyTests");

    private static final Pattern PLACEHOLDER = Pattern.compile("%(\\d+\\$)?[sd]");
    private static final Pattern TEST = Pattern.compile("Test|ParameterizedTest|Property|Example");

    /** What was read: ids by class, texts of refusals by id, in the order of names. */
    final Map<String, TreeSet<String>> places = new TreeMap<>();

    final Map<String, TreeSet<String>> refusals = new TreeMap<>();

    private final Map<String, String> constants = new TreeMap<>();
    private final List<CompilationUnitTree> units = new ArrayList<>();
    private final boolean byMethod;

    private RuleCitations(boolean byMethod) {
        this.byMethod = byMethod;
    }

    /** Of the program: the places are classes. */
    static RuleCitations ofProgram() throws IOException {
        var read = new RuleCitations(false);
        read.parse(List.of(Path.of("src/main/java")));
        read.scan();
        return read;
    }

    /** Of the tests: the places are test methods, or classes where something else cites. */
    static RuleCitations ofTests(RuleCitations program) throws IOException {
        var read = new RuleCitations(true);
        read.constants.putAll(program.constants);
        read.parse(List.of(Path.of("src/test/java"), Path.of("e2e")));
        read.scan();
        return read;
    }

    private void parse(List<Path> roots) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = new ArrayList<Path>();
            for (var root : roots) {
                try (Stream<Path> found = Files.walk(root)) {
                    found.filter(f -> f.toString().endsWith(".java"))
                            .sorted()
                            .forEach(sources::add);
                }
            }
            var found = files.getJavaFileObjectsFromPaths(sources);
            var task = (JavacTask) compiler.getTask(null, files, null, null, null, found);
            task.parse().forEach(units::add);
        }
    }

    private void scan() {
        units.forEach(unit -> new Constants(outer(unit)).scan(unit, null));
        units.forEach(unit -> new Citations(unit).scan(unit, null));
    }

    private static String outer(CompilationUnitTree unit) {
        var file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
        return file.substring(0, file.length() - ".java".length());
    }

    /** Finds {@code static final RuleId NAME = new RuleId("…")}. */
    private final class Constants extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final String owner;

        Constants(String owner) {
            this.owner = owner;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
            if (variable.getInitializer() instanceof NewClassTree made
                    && made.getIdentifier().toString().equals("RuleId")
                    && made.getArguments().getFirst() instanceof LiteralTree id
                    && id.getValue() instanceof String text) {
                constants.put(owner + "." + variable.getName(), text);
            }
            return super.visitVariable(variable, null);
        }
    }

    /** Notes what each place cites. */
    private final class Citations extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final String outer;
        private final String place;
        private final Map<String, String> imported = new TreeMap<>();
        private final TreeSet<String> cited = new TreeSet<>();
        private final List<String> unnamed = new ArrayList<>();
        private @Nullable String method;

        Citations(CompilationUnitTree unit) {
            this.outer = outer(unit);
            var within =
                    Objects.requireNonNull(unit.getPackageName())
                            .toString()
                            .replaceFirst("org\\.sunmao\\.?", "");
            this.place = byMethod || within.isEmpty() ? outer : within + "." + outer;
        }

        @Override
        public @Nullable Void visitCompilationUnit(
                CompilationUnitTree unit, @Nullable Void unused) {
            super.visitCompilationUnit(unit, null);
            if (cited.size() == 1) {
                var texts = refusals.computeIfAbsent(cited.first(), _ -> new TreeSet<>());
                texts.addAll(unnamed);
            }
            return null;
        }

        @Override
        public @Nullable Void visitImport(ImportTree one, @Nullable Void unused) {
            if (one.isStatic() && one.getQualifiedIdentifier() instanceof MemberSelectTree name) {
                var owner = name.getExpression().toString();
                var key = owner.substring(owner.lastIndexOf('.') + 1) + "." + name.getIdentifier();
                if (constants.containsKey(key)) {
                    imported.put(name.getIdentifier().toString(), constants.get(key));
                }
            }
            return null;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
            type.getModifiers().getAnnotations().forEach(one -> scan(one, null));
            return super.visitClass(type, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree one, @Nullable Void unused) {
            var test =
                    one.getModifiers().getAnnotations().stream()
                            .map(annotation -> annotation.getAnnotationType().toString())
                            .anyMatch(name -> TEST.matcher(name).matches());
            method = byMethod && test ? "." + one.getName() : null;
            super.visitMethod(one, null);
            method = null;
            return null;
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void unused) {
            note(id(literal));
            return null;
        }

        @Override
        public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void unused) {
            note(id(name));
            return null;
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree name, @Nullable Void unused) {
            note(id(name));
            return super.visitMemberSelect(name, null);
        }

        @Override
        public @Nullable Void visitMethodInvocation(
                MethodInvocationTree call, @Nullable Void unused) {
            told(call.getMethodSelect().toString(), call.getArguments());
            return super.visitMethodInvocation(call, null);
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void unused) {
            told(made.getIdentifier().toString(), made.getArguments());
            return super.visitNewClass(made, null);
        }

        private void note(@Nullable String id) {
            if (id != null && !OF_THE_BOOK.contains(place)) {
                cited.add(id);
                places.computeIfAbsent(id, _ -> new TreeSet<>())
                        .add(method == null ? place : place + method);
            }
        }

        private @Nullable String id(Tree tree) {
            return switch (tree) {
                case LiteralTree literal ->
                        literal.getValue() instanceof String text && RuleId.fits(text)
                                ? text
                                : null;
                case IdentifierTree name -> {
                    var simple = name.getName().toString();
                    yield imported.getOrDefault(simple, constants.get(outer + "." + simple));
                }
                case MemberSelectTree name -> constants.get(name.toString());
                default -> null;
            };
        }

        /** A text that stands in one call with a rule, or in a class that cites only one. */
        private void told(String what, List<? extends ExpressionTree> arguments) {
            if (byMethod || !REFUSING.matcher(what).matches()) {
                return;
            }
            var ids = new TreeSet<String>();
            var texts = new ArrayList<String>();
            for (var argument : arguments) {
                ids.addAll(idsIn(argument));
                var text = textIn(argument);
                if (CHINESE.matcher(text).find() && text.length() >= SHORTEST) {
                    texts.add(text);
                }
            }
            if (ids.isEmpty()) {
                unnamed.addAll(texts);
            }
            ids.forEach(id -> refusals.computeIfAbsent(id, _ -> new TreeSet<>()).addAll(texts));
        }

        private Set<String> idsIn(Tree tree) {
            var found = new TreeSet<String>();
            new TreeScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void scan(@Nullable Tree one, @Nullable Void unused) {
                    var id = one == null ? null : id(one);
                    if (id != null) {
                        found.add(id);
                    }
                    return super.scan(one, null);
                }
            }.scan(tree, null);
            return found;
        }

        /** The pieces of a text, with … for what is put in. */
        private static String textIn(Tree tree) {
            var pieces = new ArrayList<String>();
            new TreeScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void unused) {
                    if (literal.getValue() instanceof String text
                            && !ASCII.matcher(text).matches()) {
                        pieces.add(PLACEHOLDER.matcher(text).replaceAll("…"));
                    }
                    return null;
                }
            }.scan(tree, null);
            return pieces.stream().map(String::strip).collect(Collectors.joining("…"));
        }
    }
}
