/** The rooms a command works with, by the classes that lead into them. */
export interface CommandRooms {
  get<Service>(service: new (...parts: never[]) => Service): Service;
  close(): Promise<void>;
}
