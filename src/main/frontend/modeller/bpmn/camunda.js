import descriptor from "camunda-bpmn-moddle/resources/camunda.json";

// What equals a default is left out when a model is written. The gate wants bindings said outright, and a file from
// elsewhere shall come back as it was, so the engine's attributes have no defaults here. Except this one: bpmn-js would
// add it to every task.
const KEPT = "exclusive";

/** Camunda's attributes and elements, each written as it stands. */
export const camunda = {
  ...descriptor,
  types: descriptor.types.map((type) => ({
    ...type,
    properties: (type.properties ?? []).map((property) => {
      const { default: left, ...rest } = property;
      return left === undefined || property.name === KEPT ? property : rest;
    }),
  })),
};
