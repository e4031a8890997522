// The package carries no types. Only what markup.ts uses is declared here.
declare module 'sanitize-html' {
  export default function sanitizeHtml(
    html: string,
    options: {
      allowedTags: string[];
      allowedAttributes: Record<string, string[]>;
      allowedClasses: Record<string, string[]>;
      allowedSchemes: string[];
      allowProtocolRelative: boolean;
      nestingLimit: number;
    },
  ): string;
}
