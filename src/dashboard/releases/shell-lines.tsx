import type { JSX } from 'preact';

/** Lines for a shell, to be copied. */
export function ShellLines({ lines }: { readonly lines: readonly string[] }): JSX.Element {
  return (
    <pre class="formula" dir="ltr">
      <code>
        {lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </code>
    </pre>
  );
}

/** Checks the signature of a manifest, and says 1 when the hash of the package stands in it. */
export function verifyingLines(): readonly string[] {
  return [
    'openssl pkeyutl -verify -pubin -inkey signing-key.pem -rawin -in manifest.json -sigfile manifest.json.sig',
    'grep -c "$(sha256sum package.zip | cut -d " " -f 1)" manifest.json',
  ];
}

/** Fetches the files of a release and the key of the installation. @param base its address */
export function fetchingLine(base: string, id: string): string {
  const files = ['package.zip', 'manifest.json', 'manifest.json.sig'].map(
    (name) => `-O ${base}/api/v1/releases/${id}/${name}`,
  );
  return `curl -sS ${files.join(' ')} -O ${base}/api/v1/signing-key.pem`;
}
