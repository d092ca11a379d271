package vn.angiang.plan72.process;

import java.util.List;

/**
 * The application brought files for a folder of which people have released a version of their own. They are not deployed
 * over it: somebody has to look first.
 */
public record ShippedModelHeld(String folder, List<ModelGate.Resource> files) {}
