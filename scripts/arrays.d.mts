import type ts from 'typescript';
export declare const arraysByIndex: (program: ts.Program) => ts.TransformerFactory<ts.SourceFile>;
export declare function compile(config: string): boolean;
