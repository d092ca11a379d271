package vn.angiang.plan72.process;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Makes the engine wait for Flyway; without this order it finds an empty database and refuses to start. */
@Component
class EngineAfterFlyway implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (beans.containsBeanDefinition("processEngineFactoryBean")
                && beans.containsBeanDefinition("flywayInitializer")) {
            var engine = beans.getBeanDefinition("processEngineFactoryBean");
            engine.setDependsOn(StringUtils.addStringToArray(engine.getDependsOn(), "flywayInitializer"));
        }
    }
}
