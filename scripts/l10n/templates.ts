import path from 'node:path';
import ts from 'typescript';

/** The texts that people read, found in the source; and the places where one could not be followed. */
export interface Templates {
  readonly texts: ReadonlySet<string>;
  readonly unclear: readonly string[];
}

/** A parameter through which a function is handed a text. */
interface Gate {
  readonly owner: ts.SignatureDeclaration;
  readonly index: number;
}

/**
 * Finds every text that is shown to people: what is handed to `vscode.l10n.t`, and the `message` of every object that has `args`
 * beside it (`Message`, `SidecarProblem`). A text that comes through a parameter is looked for where the function is called, and
 * so on; one that comes from a table brings the whole table.
 * @param tsconfig path of the project file
 * @param under only files in this folder are read
 */
export function templatesIn(tsconfig: string, under: string): Templates {
  const { config } = ts.readConfigFile(tsconfig, (file) => ts.sys.readFile(file)) as { config: unknown };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(tsconfig));
  const program = ts.createProgram(fileNames, options);
  const files = program.getSourceFiles().filter((file) => path.resolve(file.fileName).startsWith(under));
  return new TemplateSearch(program.getTypeChecker(), files).run();
}

class TemplateSearch {
  private readonly texts = new Set<string>();
  private readonly unclear: string[] = [];
  private readonly gates: Gate[] = [];
  private readonly calls: ts.CallExpression[] = [];

  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly files: readonly ts.SourceFile[],
  ) {}

  run(): Templates {
    for (const file of this.files) this.visit(file);
    // The list grows while it is walked: a caller may hand on what it was handed itself.
    for (const gate of this.gates) this.through(gate);
    return { texts: this.texts, unclear: this.unclear };
  }

  private visit(node: ts.Node): void {
    if (ts.isCallExpression(node)) {
      this.calls.push(node);
      const [first] = node.arguments;
      if (first !== undefined && /(^|\.)l10n\.t$/.test(node.expression.getText())) this.follow(first);
    }
    if (ts.isObjectLiteralExpression(node)) this.followMessage(node);
    ts.forEachChild(node, (child) => this.visit(child));
  }

  private followMessage({ properties }: ts.ObjectLiteralExpression): void {
    if (!properties.some((p) => p.name?.getText() === 'args')) return;
    for (const p of properties) {
      if (p.name?.getText() !== 'message') continue;
      if (ts.isPropertyAssignment(p)) this.follow(p.initializer);
      if (ts.isShorthandPropertyAssignment(p))
        this.followSymbol(this.checker.getShorthandAssignmentValueSymbol(p), p);
    }
  }

  /** Adds the texts that an expression can be. */
  private follow(node: ts.Expression): void {
    if (ts.isStringLiteralLike(node)) this.texts.add(node.text);
    else if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) this.follow(node.expression);
    else if (ts.isConditionalExpression(node))
      [node.whenTrue, node.whenFalse].forEach((part) => this.follow(part));
    else if (ts.isBinaryExpression(node)) [node.left, node.right].forEach((part) => this.follow(part));
    else if (ts.isObjectLiteralExpression(node)) this.followValues(node);
    else if (ts.isElementAccessExpression(node)) this.follow(node.expression);
    else if (ts.isIdentifier(node)) this.followSymbol(this.checker.getSymbolAtLocation(node), node);
    else if (!this.isTextAlready(node)) this.giveUp(node);
  }

  private followValues(table: ts.ObjectLiteralExpression): void {
    for (const p of table.properties) if (ts.isPropertyAssignment(p)) this.follow(p.initializer);
  }

  private followSymbol(found: ts.Symbol | undefined, at: ts.Node): void {
    const symbol =
      found !== undefined && (found.flags & ts.SymbolFlags.Alias) !== 0
        ? this.checker.getAliasedSymbol(found)
        : found;
    const declaration = symbol?.valueDeclaration;
    if (declaration === undefined) {
      this.giveUp(at);
      return;
    }
    if (ts.isParameter(declaration)) this.addGate(declaration);
    else if (ts.isVariableDeclaration(declaration) && declaration.initializer)
      this.follow(declaration.initializer);
    else if (ts.isBindingElement(declaration) && ts.isArrayBindingPattern(declaration.parent))
      this.followColumn(declaration.parent, declaration);
    else this.giveUp(at);
  }

  /** `const [code, words] = TABLE[key]`: the same place of every row of the table. */
  private followColumn(pattern: ts.ArrayBindingPattern, element: ts.BindingElement): void {
    const from = ts.isVariableDeclaration(pattern.parent) ? pattern.parent.initializer : undefined;
    const table = from !== undefined && ts.isElementAccessExpression(from) ? from.expression : undefined;
    const declared = table && this.checker.getSymbolAtLocation(table)?.valueDeclaration;
    const rows =
      declared !== undefined && ts.isVariableDeclaration(declared) ? declared.initializer : undefined;
    if (rows === undefined) {
      this.giveUp(element);
      return;
    }
    const at = pattern.elements.indexOf(element);
    const inRows = (node: ts.Node): void => {
      const cell = ts.isArrayLiteralExpression(node) ? node.elements[at] : undefined;
      if (cell !== undefined) this.follow(cell);
      else ts.forEachChild(node, inRows);
    };
    inRows(rows);
  }

  /** `problem.message` of something that is a message is found where that one is made. */
  private isTextAlready(node: ts.Expression): boolean {
    return (
      ts.isPropertyAccessExpression(node) &&
      this.checker.getTypeAtLocation(node.expression).getProperty('args') !== undefined
    );
  }

  private addGate(parameter: ts.ParameterDeclaration): void {
    const owner = parameter.parent;
    const index = owner.parameters.indexOf(parameter);
    if (!this.gates.some((gate) => gate.owner === owner && gate.index === index))
      this.gates.push({ owner, index });
  }

  private through({ owner, index }: Gate): void {
    for (const call of this.calls) {
      if (this.checker.getResolvedSignature(call)?.declaration !== owner) continue;
      const argument = call.arguments[index];
      if (argument !== undefined) this.follow(argument);
    }
  }

  private giveUp(node: ts.Node): void {
    const file = node.getSourceFile();
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    this.unclear.push(`${path.relative(process.cwd(), file.fileName)}:${line + 1}: ${node.getText()}`);
  }
}
