namespace Acme
{
    /// <summary>
    /// What the label printer answers.
    /// </summary>
    enum PrinterCodes
    {
        /// <summary>It is ready.</summary>

        ERROR_ACME_READY = 0x00000000,

        /// <summary>
        /// A label is stuck.
        /// </summary>
        ERROR_ACME_JAM = 0x00000020,

        ERROR_ACME_LID,
    }
}
