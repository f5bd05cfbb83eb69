package org.groundplan.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;

/**
 * One expression of the Common Expression Language over two maps: {@code this}, what it is asked
 * of, and {@code system}. No functions but those of the language, no side effects, bounded in
 * length, depth and steps.
 */
public final class Expression {
    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 32;
    private static final int STEPS = 1_000;
    private static final CelOptions OPTIONS =
            CelOptions.current()
                    .enableHeterogeneousNumericComparisons(true)
                    .maxExpressionCodePointSize(LONGEST)
                    .maxParseRecursionDepth(DEEPEST)
                    .comprehensionMaxIterations(STEPS)
                    .build();
    private static final CelType FACTS = MapType.create(SimpleType.STRING, SimpleType.DYN);

    /** Made when the first expression is read: half a second that no other brief pays. */
    private static final class Language {
        static final CelCompiler COMPILER =
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setOptions(OPTIONS)
                        .addVar("this", FACTS)
                        .addVar("system", FACTS)
                        .build();
        static final CelRuntime RUNTIME =
                CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();
    }

    /** What is wrong with an expression, and where in it. */
    public static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;
        private final int column;

        Wrong(String message, int column) {
            super(message);
            this.column = column;
        }

        /** From 0, in the text of the expression. */
        public int column() {
            return column;
        }
    }

    private final String text;
    private final CelRuntime.Program program;

    private Expression(String text, CelRuntime.Program program) {
        this.text = text;
        this.program = program;
    }

    /**
     * @throws Wrong when it cannot be read
     */
    public static Expression read(String text) throws Wrong {
        try {
            CelAbstractSyntaxTree tree = Language.COMPILER.compile(text).getAst();
            return new Expression(text, Language.RUNTIME.createProgram(tree));
        } catch (CelValidationException e) {
            CelIssue first = e.getErrors().isEmpty() ? null : e.getErrors().getFirst();
            throw new Wrong(
                    first == null ? String.valueOf(e.getMessage()) : first.getMessage(),
                    first == null ? 0 : Math.max(0, first.getSourceLocation().getColumn()));
        } catch (CelEvaluationException e) {
            throw new Wrong(String.valueOf(e.getMessage()), 0);
        }
    }

    /**
     * @throws Wrong when it has no value here, e.g. because a fact is missing
     */
    public Object value(Map<String, Object> facts, Map<String, Object> system) throws Wrong {
        try {
            return program.eval(Map.of("this", facts, "system", system));
        } catch (CelEvaluationException e) {
            throw new Wrong(String.valueOf(e.getMessage()), 0);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
