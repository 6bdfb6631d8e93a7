// An import of another kind would be a copy, and the change would stay here.
// eslint-disable-next-line @typescript-eslint/no-require-imports
import stackTrace = require("cdktf/lib/tokens/private/stack-trace");

/**
 * cdktf takes a stack trace for each token, and shows none of them: an eighth of a synthesis. Where a construct was made
 * is in its path.
 */
stackTrace.captureStackTrace = () => [];
