/**
 * A code as SDMX may write it: what its identifiers do not allow stands as a dollar sign with the number of the
 * character, and an underscore. Codes that differ stay different. Source: SDMX 3.0, common:IDType.
 */
export function codeId(code: string): string {
  return code.replaceAll(/[^\w@-]/gu, (character) => `$${character.codePointAt(0)?.toString(16) ?? ''}_`);
}

/** The agency that maintains the artefacts of a framework. Source: common:NCNameIDType. */
export function agencyId(framework: string): string {
  const id = framework.toUpperCase().replaceAll(/\W/g, '_');
  return /^[A-Z]/.test(id) ? id : `A${id}`;
}
