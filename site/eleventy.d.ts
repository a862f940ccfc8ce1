/** Eleventy ships no types; these are the parts of it that the site uses. */
declare module '@11ty/eleventy' {
  export interface UserConfig {
    addGlobalData(name: string, value: unknown): void;
    addExtension(extension: string | string[], options: { key: string }): void;
    addTemplateFormats(formats: string | string[]): void;
    setTemplateFormats(formats: string[]): void;
    setFrontMatterParsingOptions(options: { engines: Record<string, () => never> }): void;
    setUseGitIgnore(use: boolean): void;
    setQuietMode(quiet: boolean): void;
    on(event: 'eleventy.after', listener: (event: { directories: { output: string } }) => void | Promise<void>): void;
  }
  export interface EleventyOptions {
    configPath?: string | false;
    quietMode?: boolean;
    config?: (config: UserConfig) => void | Promise<void>;
  }
  export default class Eleventy {
    constructor(input: string, output: string, options?: EleventyOptions);
    /** Errors are thrown, not logged as well. */
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}
