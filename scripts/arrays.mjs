// Writes loops over arrays, and the taking apart of arrays, in the way that costs least the first time it runs. `for (const x of list)` asks an iterator, which V8 makes
// nothing of until the function is compiled for good, and most papers are read before that: an eighth of what a short paper allocated were the iterators' answers.
// Only where the types say array or tuple: what else can be iterated over (maps, sets, text by character) stays as it is written. An array that grows or shrinks while it
// is gone through is gone through as its iterator would: the length is asked for each time.
import ts from 'typescript';

const { factory: f, NodeFlags, visitEachChild, visitNode, visitNodes } = ts;

/** The transformer, for a program's types. */
export const arraysByIndex = (program) => {
  const checker = program.getTypeChecker();
  const isArray = (type) => {
    if (type.isUnion()) return type.types.every(isArray);
    const base = type.flags & ts.TypeFlags.TypeParameter ? checker.getBaseConstraintOfType(type) : type;
    return base !== undefined && (checker.isArrayType(base) || checker.isTupleType(base));
  };
  const typeOf = (node) => checker.getTypeAtLocation(ts.getOriginalNode(node));
  /** `[a, b = 1, ...rest]` of which every piece can be asked for by its number. */
  const isListPattern = (name) => ts.isArrayBindingPattern(name) && isArray(typeOf(name));

  return (context) => {
    const visit = (node) => {
      if (ts.isForOfStatement(node) && !node.awaitModifier) return loop(node);
      if (ts.isVariableDeclarationList(node)) return declarations(node);
      if (isFunction(node)) return withParameters(node);
      return visitEachChild(node, visit, context);
    };

    const number = (n) => f.createNumericLiteral(n);
    const declare = (name, value) => f.createVariableDeclaration(name, undefined, undefined, value);
    const statement = (list, flags) => f.createVariableStatement(undefined, f.createVariableDeclarationList(list, flags));

    /** The declarations that take the pieces of a pattern from the array of this name. */
    const pieces = (pattern, array) => pattern.elements.flatMap((element, i) => {
      if (ts.isOmittedExpression(element)) return [];
      if (element.dotDotDotToken) return bind(element.name, f.createCallExpression(f.createPropertyAccessExpression(array, 'slice'), undefined, [number(i)]));
      const at = f.createElementAccessExpression(array, number(i));
      if (!element.initializer) return bind(element.name, at);
      const value = f.createTempVariable(undefined);
      const usual = f.createConditionalExpression(f.createStrictEquality(value, f.createVoidZero()), undefined, visitNode(element.initializer, visit), undefined, value);
      return [declare(value, at), ...bind(element.name, usual)];
    });

    /** The declarations that give what a name or pattern names its values; `value` is in terms of the output already. */
    const bind = (name, value) => {
      if (ts.isIdentifier(name)) return [declare(name, value)];
      if (!isListPattern(name)) return [declare(visitNode(name, visit), value)];
      const array = f.createTempVariable(undefined);
      return [declare(array, value), ...pieces(name, array)];
    };

    function declarations(list) {
      const out = list.declarations.flatMap((d) => {
        if (!d.initializer || !isListPattern(d.name)) return [visitEachChild(d, visit, context)];
        const { elements } = d.name;
        const given = ts.isArrayLiteralExpression(d.initializer) ? d.initializer.elements : undefined;
        // `const [a, b] = [x, y]` needs no array at all.
        const plain = given?.length === elements.length && given.every((e) => !ts.isSpreadElement(e) && !ts.isOmittedExpression(e)) && elements.every((e) => ts.isBindingElement(e) && !e.dotDotDotToken && !e.initializer);
        return plain ? elements.flatMap((e, i) => bind(e.name, visitNode(given[i], visit))) : bind(d.name, visitNode(d.initializer, visit));
      });
      return f.updateVariableDeclarationList(list, out);
    }

    const isFunction = (node) => (ts.isArrowFunction(node) || ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isMethodDeclaration(node)) && node.body !== undefined
      // What a parameter is by default is worked out before the body begins, and may ask for the others.
      && !node.parameters.some((p) => p.initializer) && node.parameters.some((p) => !p.dotDotDotToken && isListPattern(p.name));

    function withParameters(node) {
      const taken = [];
      const parameters = node.parameters.map((p) => {
        if (p.dotDotDotToken || !isListPattern(p.name)) return visitNode(p, visit);
        const array = f.createTempVariable(undefined);
        taken.push(...pieces(p.name, array));
        return f.updateParameterDeclaration(p, p.modifiers, undefined, array, undefined, undefined, undefined);
      });
      const body = ts.isBlock(node.body) ? visitNodes(node.body.statements, visit) : [f.createReturnStatement(visitNode(node.body, visit))];
      const block = f.createBlock(taken.length > 0 ? [statement(taken, NodeFlags.Let), ...body] : body, true);
      if (ts.isArrowFunction(node)) return f.updateArrowFunction(node, node.modifiers, undefined, parameters, undefined, node.equalsGreaterThanToken, block);
      if (ts.isFunctionDeclaration(node)) return f.updateFunctionDeclaration(node, node.modifiers, node.asteriskToken, node.name, undefined, parameters, undefined, block);
      if (ts.isFunctionExpression(node)) return f.updateFunctionExpression(node, node.modifiers, node.asteriskToken, node.name, undefined, parameters, undefined, block);
      return f.updateMethodDeclaration(node, node.modifiers, node.asteriskToken, visitNode(node.name, visit), undefined, undefined, parameters, undefined, block);
    }

    /** The array of `array.entries()`, whose numbers and values are asked for. */
    const entriesOf = (expression) => (ts.isCallExpression(expression) && expression.arguments.length === 0 && ts.isPropertyAccessExpression(expression.expression)
      && expression.expression.name.text === 'entries' && !expression.expression.questionDotToken && isArray(typeOf(expression.expression.expression)) ? expression.expression.expression : undefined);

    function loop(node) {
      const { initializer, expression } = node;
      const [declared] = ts.isVariableDeclarationList(initializer) ? initializer.declarations : [];
      const entries = declared && ts.isArrayBindingPattern(declared.name) && declared.name.elements.length <= 2 && declared.name.elements.every((e) => ts.isOmittedExpression(e) || (!e.dotDotDotToken && !e.initializer)) ? entriesOf(expression) : undefined;
      if (!entries && !isArray(typeOf(expression))) return overOthers(node, declared);
      const [array, i] = [f.createTempVariable(undefined), f.createLoopVariable()];
      const at = f.createElementAccessExpression(array, i);
      let head;
      if (entries) {
        const [index, value] = declared.name.elements;
        const list = [...(index && ts.isBindingElement(index) ? bind(index.name, i) : []), ...(value && ts.isBindingElement(value) ? bind(value.name, at) : [])];
        head = list.length > 0 ? statement(list, initializer.flags & NodeFlags.BlockScoped) : undefined;
      } else if (declared) head = statement(bind(declared.name, at), initializer.flags & NodeFlags.BlockScoped);
      else head = f.createExpressionStatement(f.createAssignment(visitNode(initializer, visit), at));
      const over = f.createVariableDeclarationList([declare(i, number(0)), declare(array, visitNode(entries ?? expression, visit))], NodeFlags.Let);
      const until = f.createLessThan(i, f.createPropertyAccessExpression(array, 'length'));
      return f.createForStatement(over, until, f.createPostfixIncrement(i), within(head, node.statement));
    }

    /** A loop over something else whose pieces are arrays (the entries of a map). */
    function overOthers(node, declared) {
      if (!declared || !isListPattern(declared.name)) return visitEachChild(node, visit, context);
      const array = f.createTempVariable(undefined);
      const list = f.createVariableDeclarationList([declare(array)], NodeFlags.Const);
      const taken = pieces(declared.name, array);
      const head = taken.length > 0 ? statement(taken, node.initializer.flags & NodeFlags.BlockScoped) : undefined;
      return f.updateForOfStatement(node, undefined, list, visitNode(node.expression, visit), within(head, node.statement));
    }

    /** The body of a loop after this statement. A block of its own stays one: it may declare a name of the loop's anew. */
    function within(head, body) {
      const inner = visitNode(body, visit);
      if (!head) return inner;
      const declares = ts.isBlock(body) && body.statements.some((s) => ts.isVariableStatement(s) || ts.isFunctionDeclaration(s) || ts.isClassDeclaration(s));
      return f.createBlock(ts.isBlock(inner) && !declares ? [head, ...inner.statements] : [head, inner], true);
    }

    return (file) => visitNode(file, visit);
  };
};

/** Compiles what a tsconfig names. Returns whether there was nothing to complain of; complaints are printed. */
export function compile(config) {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (d) => { throw new Error(ts.flattenDiagnosticMessageText(d.messageText, '\n')); } };
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(config, {}, host);
  const program = ts.createProgram(fileNames, options);
  const { diagnostics } = program.emit(undefined, undefined, undefined, false, { before: [arraysByIndex(program)] });
  const all = ts.sortAndDeduplicateDiagnostics([...ts.getPreEmitDiagnostics(program), ...diagnostics]);
  if (all.length > 0) process.stderr.write(ts.formatDiagnostics(all, { getCanonicalFileName: (name) => name, getCurrentDirectory: () => process.cwd(), getNewLine: () => '\n' }));
  return all.length === 0;
}
