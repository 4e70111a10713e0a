/**
 * What the outcomes must be, computed a second time in the plainest way from what the generated letters are known to
 * say. Shares no code with the stages.
 */
package imr.truth;
