export declare const javaCommand: string;
export declare function nodeComplaint(version?: string): string | undefined;
export declare function javaComplaint(): string | undefined;
