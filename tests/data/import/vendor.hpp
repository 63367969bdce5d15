// Codes of the Acme label printer.
#pragma once

/* what the printer says */
#define LP_READY 1
#define LP_PAPER_OUT 2 // The paper has run out.
#define LP_LID_OPEN 0x03 /* The lid is open. */

namespace Acme {
/// <summary>
/// What went wrong with a job.
/// </summary>
enum class JobError : unsigned int
{
  None,
  /// <summary>The job has no label.</summary>
  NoLabel,
  TooWide = 0x20, ///< The label is too wide.
  TooLong, TooMany = (1 << 6),
};
}

class Codes
{
  public const int CutterJam = unchecked((int)0x8ABC0001); // The cutter is jammed.
};
