/** The rooms a command works with, by the classes that lead into them. */
export interface CommandRooms {
  get<Service>(service: new (...parts: never[]) => Service): Service;
  readonly close: () => Promise<void>;
}

/** Opens the rooms for a piece of work and closes them after it. */
export type WithRooms = (work: (rooms: CommandRooms) => Promise<void>) => Promise<void>;
