/** Which version of the code last looked after everything stored; 0 where none noted it. */
export interface DataVersionStore {
  read(): Promise<number>;
  write(version: number): Promise<void>;
}
