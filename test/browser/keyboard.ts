import type { Download, Page } from 'playwright-core';

/** Further than any page goes. */
const MOST_STOPS = 1_500;

/** Somebody who has a keyboard and no mouse: comes to things by the tab key, and to nothing that it does not reach. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /**
   * Goes on to the first of what is meant.
   * @throws Error when the tab key does not lead there, going once around
   */
  async to(selector: string): Promise<void> {
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      const isThere = await this.page.evaluate(
        (meant) => document.activeElement?.matches(meant) ?? false,
        selector,
      );
      if (isThere) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`The tab key does not lead to ${selector} on ${this.page.url()}`);
  }

  /** Goes to a link or button, and through it to another page. */
  async follow(selector: string): Promise<void> {
    await this.to(selector);
    await Promise.all([this.page.waitForEvent('load'), this.page.keyboard.press('Enter')]);
  }

  /** Opens what is folded, or presses what stays on the page. */
  async press(selector: string, key = 'Enter'): Promise<void> {
    await this.to(selector);
    await this.page.keyboard.press(key);
  }

  async write(selector: string, text: string): Promise<void> {
    await this.to(selector);
    await this.page.keyboard.press('ControlOrMeta+A');
    if (text === '') await this.page.keyboard.press('Delete');
    else await this.page.keyboard.insertText(text);
  }

  /** Moves through the buttons of a choice to one. */
  async pick(name: string, value: string): Promise<void> {
    const button = `input[name=${name}]`;
    await this.press(button, 'Space');
    for (let step = await this.page.locator(button).count(); step > 0; step -= 1) {
      if ((await this.page.locator(`${button}:checked`).inputValue()) === value) return;
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error(`The arrow keys do not lead to ${value} on ${this.page.url()}`);
  }

  /** Moves through the choices of a list to one. */
  async choose(selector: string, value: string): Promise<void> {
    await this.to(selector);
    const steps = await this.page.evaluate((wanted) => {
      const { options, selectedIndex } = document.activeElement as HTMLSelectElement;
      return [...options].findIndex((option) => option.value === wanted) - selectedIndex;
    }, value);
    for (let step = 0; step < Math.abs(steps); step += 1) {
      await this.page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
    }
  }

  async tick(selector: string): Promise<void> {
    await this.to(selector);
    if (!(await this.page.locator(selector).first().isChecked())) await this.page.keyboard.press('Space');
  }

  /** Hands over a file where one is asked for: what follows there is not of the page. */
  async attach(selector: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.to(selector);
    await this.page.setInputFiles(selector, file);
  }

  async download(selector: string): Promise<Download> {
    await this.to(selector);
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.keyboard.press('Enter'),
    ]);
    return download;
  }
}
