package example.acme;

/** What the label printer answers. */
public enum PrinterCode {
  ERROR_ACME_READY(0X00000000, "Ready."),
  ERROR_ACME_JAM(0x20, "A label is stuck;\nopen the lid, (really)."), // since 2.1
  /** The lid is open. */
  ERROR_ACME_LID(33),
  ERROR_ACME_NONE("no number"),
  ERROR_ACME_COLD(-2_147_024_891, "It is cold.");

  private final int code;
  ERROR_ACME_LATER(int code, String text) { this.code = code; }
}
