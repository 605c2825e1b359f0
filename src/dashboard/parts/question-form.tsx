import type { JSX } from 'preact';
import { questionWords } from '../../submissions/checking/problem-words.js';
import type { Question } from '../../submissions/reading/question.js';
import type { SentForm } from '../sent-form.js';
import type { Visitor } from '../visitor.js';
import type { Words } from '../words.js';

/** What the file cannot tell, asked of its sender. */
export function QuestionForm({
  receipt,
  questions,
  words,
  visitor,
  sent,
}: {
  readonly receipt: string;
  readonly questions: readonly Question[];
  readonly words: Words;
  readonly visitor: Visitor;
  /** What was answered, when that could not be taken. */
  readonly sent?: SentForm | undefined;
}): JSX.Element {
  return (
    <form class="questions" action={words.to('submissions', receipt, 'answers')} method="post">
      <input type="hidden" name="_token" value={visitor.formToken} />
      {questions.map((question, index) => (
        <Asked key={index} question={question} words={words} sent={sent} />
      ))}
      <button type="submit">{words.t('draft.answer')}</button>
    </form>
  );
}

function Asked({
  question,
  words,
  sent,
}: {
  readonly question: Question;
  readonly words: Words;
  readonly sent: SentForm | undefined;
}): JSX.Element {
  const { text, option } = questionWords(words.language, question);
  const { choices, example } = question;
  const id = `answer-${option}`;
  const said = sent?.text(id);
  if (choices.length === 0) {
    return (
      <p>
        <label for={id}>{text}</label>
        <input id={id} name={id} value={said} required maxLength={2000} dir="auto" />
      </p>
    );
  }
  return (
    <fieldset>
      <legend>{text}</legend>
      {choices.map((choice, index) => (
        <label class="choice" key={choice}>
          <input type="radio" name={id} value={choice} checked={choice === said} required />
          <bdi>{choice}</bdi>
          {example?.readings?.[index] !== undefined && (
            <span class="quiet">
              {' '}
              {words.t('draft.reading', { value: example.value, reading: example.readings[index] })}
            </span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
