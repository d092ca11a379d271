package vn.angiang.plan72.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures: everything is drawn, nothing overlaps, no line crosses another or runs through a shape. */
class ModelPictureTests {

    private static Map<BaseElement, Rectangle2D> shapes(ModelFiles model) {
        var shapes = new java.util.HashMap<BaseElement, Rectangle2D>();
        for (BpmnShape shape : model.bpmn().getModelElementsByType(BpmnShape.class)) {
            shapes.put(shape.getBpmnElement(), rectangle(shape.getBounds()));
        }
        return shapes;
    }

    private static Rectangle2D rectangle(Bounds b) {
        return new Rectangle2D.Double(b.getX(), b.getY(), b.getWidth(), b.getHeight());
    }

    private static Map<String, List<Line2D>> lines(ModelFiles model) {
        var lines = new TreeMap<String, List<Line2D>>();
        for (BpmnEdge edge : model.bpmn().getModelElementsByType(BpmnEdge.class)) {
            var points = new ArrayList<Waypoint>(edge.getWaypoints());
            var parts = new ArrayList<Line2D>();
            for (int i = 1; i < points.size(); i++) {
                parts.add(new Line2D.Double(
                        points.get(i - 1).getX(),
                        points.get(i - 1).getY(),
                        points.get(i).getX(),
                        points.get(i).getY()));
            }
            lines.put(edge.getBpmnElement().getId(), parts);
        }
        return lines;
    }

    @ParameterizedTest
    @MethodSource("vn.angiang.plan72.process.ModelFiles#all")
    void everythingIsDrawn(ModelFiles model) {
        assertThat(shapes(model).keySet()).containsAll(model.nodes());
        assertThat(lines(model).keySet())
                .containsAll(model.bpmn().getModelElementsByType(SequenceFlow.class).stream()
                        .map(SequenceFlow::getId)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("vn.angiang.plan72.process.ModelFiles#all")
    void childrenLieInsideTheirFrameAndNeighboursDoNotOverlap(ModelFiles model) {
        var shapes = shapes(model);
        for (FlowNode node : model.nodes()) {
            if (node.getParentElement() instanceof SubProcess frame) {
                assertThat(shapes.get(frame).contains(shapes.get(node)))
                        .as(node.getId())
                        .isTrue();
            }
            for (FlowNode other : model.nodes()) {
                boolean neighbours = node != other
                        && node.getParentElement().equals(other.getParentElement())
                        && !(node instanceof BoundaryEvent)
                        && !(other instanceof BoundaryEvent);
                assertThat(neighbours && shapes.get(node).intersects(shapes.get(other)))
                        .as(node.getId() + " and " + other.getId())
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("vn.angiang.plan72.process.ModelFiles#all")
    void linesRunStraightAndDoNotCross(ModelFiles model) {
        var lines = lines(model);
        lines.forEach((flow, parts) ->
                parts.forEach(line -> assertThat(line.getX1() == line.getX2() || line.getY1() == line.getY2())
                        .as(flow + " runs level or upright")
                        .isTrue()));
        var flows = List.copyOf(model.bpmn().getModelElementsByType(SequenceFlow.class));
        for (SequenceFlow one : flows) {
            for (SequenceFlow two : flows) {
                boolean shareAnEnd = one.getSource().equals(two.getSource())
                        || one.getTarget().equals(two.getTarget());
                if (one != two && !shareAnEnd) {
                    assertThat(cross(lines.get(one.getId()), lines.get(two.getId())))
                            .as(one.getId() + " crosses " + two.getId())
                            .isFalse();
                }
            }
        }
    }

    private static boolean cross(List<Line2D> one, List<Line2D> two) {
        return one.stream().anyMatch(a -> two.stream().anyMatch(a::intersectsLine));
    }

    @ParameterizedTest
    @MethodSource("vn.angiang.plan72.process.ModelFiles#all")
    void noLineRunsThroughAShape(ModelFiles model) {
        var shapes = shapes(model);
        lines(model).forEach((flow, parts) -> {
            for (FlowNode node : model.nodes()) {
                if (node instanceof SubProcess) {
                    continue;
                }
                var r = shapes.get(node);
                var inner = new Rectangle2D.Double(r.getX() + 1, r.getY() + 1, r.getWidth() - 2, r.getHeight() - 2);
                boolean boundary = node instanceof BoundaryEvent;
                assertThat(!boundary && parts.stream().anyMatch(inner::intersectsLine))
                        .as(flow + " runs through " + node.getId())
                        .isFalse();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("vn.angiang.plan72.process.ModelFiles#all")
    void labelsLieOnNoShape(ModelFiles model) {
        var shapes = shapes(model);
        var labels = new TreeMap<String, Rectangle2D>();
        for (BpmnShape shape : model.bpmn().getModelElementsByType(BpmnShape.class)) {
            if (shape.getBpmnLabel() != null && shape.getBpmnLabel().getBounds() != null) {
                labels.put(
                        shape.getBpmnElement().getId(),
                        rectangle(shape.getBpmnLabel().getBounds()));
            }
        }
        for (BpmnEdge edge : model.bpmn().getModelElementsByType(BpmnEdge.class)) {
            if (edge.getBpmnLabel() != null && edge.getBpmnLabel().getBounds() != null) {
                labels.put(
                        edge.getBpmnElement().getId(),
                        rectangle(edge.getBpmnLabel().getBounds()));
            }
        }
        labels.forEach((owner, label) -> {
            for (FlowNode node : model.nodes()) {
                assertThat(!(node instanceof SubProcess) && label.intersects(shapes.get(node)))
                        .as("label of " + owner + " on " + node.getId())
                        .isFalse();
            }
            labels.forEach((other, second) -> assertThat(!owner.equals(other) && label.intersects(second))
                    .as("label of " + owner + " on that of " + other)
                    .isFalse());
        });
    }
}
