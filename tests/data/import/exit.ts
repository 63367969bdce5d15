export enum ExitCode {
  Success = 0,
  Failure = 1, // It went wrong.
  Cancelled,
  Timeout = 0x20,
}
