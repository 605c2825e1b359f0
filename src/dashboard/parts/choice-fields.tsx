import type { JSX } from 'preact';
import { choiceFields, type CountryChoice } from '../country-choice.js';

/** What a form on the page of a country keeps although it does not ask for it. */
export function ChoiceFields({ choice }: { readonly choice: CountryChoice }): JSX.Element {
  return (
    <>
      {choiceFields(choice).map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
