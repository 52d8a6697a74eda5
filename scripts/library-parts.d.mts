/** The types of library-parts.mjs, which is JavaScript because esbuild.mjs reads it. */
type Side = 'client' | 'server';
export declare const leftOut: Readonly<Record<Side, Readonly<Record<string, readonly string[]>>>>;
export declare function withoutPart(text: string, part: string): string;
export declare function typesAskedFor(text: string): readonly string[];
export declare function typesApart(text: string): string;
