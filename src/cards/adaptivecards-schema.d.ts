/** Stands in for the renderer's TypeScript sources, which `adaptivecards-templating` names in its types (tsconfig `paths`). */
export type IAdaptiveCard = Record<string, unknown>;
