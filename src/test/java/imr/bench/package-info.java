/**
 * The end-to-end benchmark: what a letter costs from topic to outcomes, beside a bare consumer, a loop written by hand
 * and the same pipeline in plain DSL. {@link imr.bench.StreamBench} is where to start reading.
 */
package imr.bench;
