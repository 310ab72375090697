/** What the process answers with; the table of the product description. */
export const EXIT_CODE = {
  /** Nothing to report. */
  clean: 0,
  /** A finding of MEDIUM or above. */
  findings: 1,
  /** Only LOW findings. */
  lowFindings: 2,
  /** Could not run: a bad flag, a bad configuration, no such folder, or a defect of tfwarden. */
  failed: 3,
  /** Nothing found, but the scan was incomplete. */
  incomplete: 4,
} as const;
